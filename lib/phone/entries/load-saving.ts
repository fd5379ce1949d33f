type SavingModule = typeof import("./save-entry");

let loading: Promise<SavingModule | undefined> | undefined;

/**
 * What decides about entries comes right after the screen, long before a form can be filled. Undefined when it could
 * not be loaded (a first visit that lost its network): nothing was saved, the form stays filled, and the next call
 * tries again.
 */
export function loadSaving(): Promise<SavingModule | undefined> {
  return (loading ??= import("./save-entry").catch(() => {
    loading = undefined;
    return undefined;
  }));
}
