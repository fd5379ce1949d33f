/** Fits React's useSyncExternalStore; the snapshot keeps its identity until something changes. */
export type ReadStore<T> = {
  subscribe(listener: () => void): () => void;
  getSnapshot(): T;
};

export type Store<T> = ReadStore<T> & { set(value: T): void };

/** A value that can be watched. Setting the same value again tells nobody. */
export function createStore<T>(initial: T): Store<T> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    getSnapshot: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set: (value) => {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of [...listeners]) listener();
    },
  };
}
