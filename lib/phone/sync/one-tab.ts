import type { Locks } from "../device/environment";

export type InOneTab<T> = { readonly elsewhere: true } | { readonly elsewhere: false; readonly value: T };

/**
 * Runs `work` unless another tab is at it.
 * @param steal take over: the other tab has shown no sign of life for long
 */
export async function inOneTab<T>(locks: Locks | undefined, name: string, steal: boolean, work: () => Promise<T>): Promise<InOneTab<T>> {
  if (!locks) return { elsewhere: false, value: await work() };
  let outcome: InOneTab<T> = { elsewhere: true };
  try {
    await locks.request(name, steal ? { steal: true } : { ifAvailable: true }, async (lock) => {
      if (lock) outcome = { elsewhere: false, value: await work() };
    });
  } catch (cause) {
    // Another tab has taken over in turn.
    if ((cause as { name?: string }).name !== "AbortError") throw cause;
    return { elsewhere: true };
  }
  return outcome;
}
