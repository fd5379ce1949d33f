/** Where somebody was sent from, out of the address of the sign-in screen; only our own pages. */
export function nextPageOf(search: string): string | undefined {
  const next = new URLSearchParams(search).get("next");
  return next && /^\/(?!\/)[\w/?=&.,%-]*$/.test(next) ? next : undefined;
}
