/**
 * The key of whoever works, in memory only: a page that reloads asks for it, a page that locks makes it forgotten. It
 * can be used and not read. Pages repeat it while they are open (lib/phone/device/key-keeper.ts); what nobody repeats
 * for as long as a hidden phone stays open counts as forgotten.
 */
type Held = { readonly personId: string; readonly key: CryptoKey };

const validMs = 5 * 60_000;

let kept: { readonly held: Held; readonly at: number } | undefined;

/** One kind of message: `held` to keep, `forget`, or nothing but a port to ask. */
export function onKeyMessage({ data, ports }: ExtendableMessageEvent): void {
  if (data?.type !== "KEY") return;
  if (data.held) kept = { held: data.held, at: Date.now() };
  else if (data.forget) kept = undefined;
  else ports[0]?.postMessage(current());
}

function current(): Held | undefined {
  if (kept && Math.abs(Date.now() - kept.at) > validMs) kept = undefined;
  return kept?.held;
}
