"use client";
import { useSyncExternalStore } from "react";

type Readable<T> = { subscribe(listener: () => void): () => void; getSnapshot(): T };

/** The current value of a store, again whenever it changes. */
export function useLive<T>(store: Readable<T>): T {
  return useSyncExternalStore(store.subscribe, store.getSnapshot, store.getSnapshot);
}
