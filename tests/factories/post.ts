/** What our own pages send to a route. @param headers more of them: `cookie` of who is signed in */
export function makePost(body: unknown, headers: Record<string, string> = {}): Request {
  return new Request("http://localhost/", {
    method: "POST",
    headers: { "content-type": "application/json", host: "localhost", origin: "http://localhost", ...headers },
    body: JSON.stringify(body),
  });
}
