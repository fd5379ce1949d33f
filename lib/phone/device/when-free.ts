/** Where the browser doesn't say when it has nothing to do (Safari). */
const usuallyFreeAfterMs = 300;
const latestMs = 2_000;

/**
 * For what can wait until the screen is there: calls once the page has nothing more urgent to do, after two seconds
 * at the latest. Answers how to call it off.
 */
export function whenFree(work: () => void): () => void {
  if (typeof requestIdleCallback === "function") {
    const callback = requestIdleCallback(() => work(), { timeout: latestMs });
    return () => cancelIdleCallback(callback);
  }
  const timer = setTimeout(work, usuallyFreeAfterMs);
  return () => clearTimeout(timer);
}
