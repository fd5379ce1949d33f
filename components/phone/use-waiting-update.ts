"use client";
import { useSyncExternalStore } from "react";

/** Takes the waiting version over; the page loads again afterwards. */
type Apply = () => void;

let waiting: Apply | undefined;
let dirty = 0;
const listeners = new Set<() => void>();

/** Called by the registration of the service worker when a new version waits. */
export function offerUpdate(apply: Apply): void {
  waiting = apply;
  listeners.forEach((listener) => listener());
}

/** While a form holds input nobody is asked to update. Returns how to end it. */
export function holdUpdates(): () => void {
  dirty += 1;
  listeners.forEach((listener) => listener());
  return () => {
    dirty -= 1;
    listeners.forEach((listener) => listener());
  };
}

/** How to take the new version, when one waits and no form is in the way. */
export function useWaitingUpdate(): Apply | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => (dirty === 0 ? waiting : undefined),
    () => undefined,
  );
}
