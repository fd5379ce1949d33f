import { useSyncExternalStore } from "react";

/** False while the static page is shown and its script has not taken over yet. */
export function useHydrated(): boolean {
  return useSyncExternalStore(never, () => true, () => false);
}

function never(): () => void {
  return () => undefined;
}
