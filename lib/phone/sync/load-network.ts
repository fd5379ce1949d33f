type Network = typeof import("./network");

let loading: Promise<Network | undefined> | undefined;

/**
 * What talks to the server comes after the screen, which must not wait for it. Undefined when it could not be
 * loaded: that is a network out of reach, and the next call tries again.
 */
export function loadNetwork(): Promise<Network | undefined> {
  return (loading ??= import("./network").catch(() => {
    loading = undefined;
    return undefined;
  }));
}
