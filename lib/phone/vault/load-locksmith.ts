type Locksmith = typeof import("./locksmith");

let loading: Promise<Locksmith> | undefined;

/** Rejects when it could not be loaded (a first visit that lost its network); the next call tries again. */
export function loadLocksmith(): Promise<Locksmith> {
  return (loading ??= import("./locksmith").catch((cause: unknown) => {
    loading = undefined;
    throw cause;
  }));
}
