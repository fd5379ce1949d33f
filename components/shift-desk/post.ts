/** The browser's own `fetch`, looked up when it is called. */
export function post(url: string, init: RequestInit): Promise<Response> {
  return fetch(url, init);
}
