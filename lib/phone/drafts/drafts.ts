import { err, ok, type Result } from "../../domain/result";
import { rowVersion, type DraftRow } from "../database/phone-database";
import { storageProblemOf, type StorageProblem } from "../database/storage-problem";
import type { PersonalStorage } from "../entries/personal-storage";

/**
 * Half-done forms by key, encrypted like everything else; saved as one types. `save` keeps the order of its
 * calls. What can't be read back counts as absent.
 */
export type Drafts = {
  save(key: string, value: unknown): Promise<Result<undefined, StorageProblem>>;
  load(key: string): Promise<unknown>;
  remove(key: string): Promise<void>;
  /** Newest first. */
  list(): Promise<readonly { readonly key: string; readonly savedAt: string }[]>;
};

export function draftIdOf(ownerId: string, key: string): string {
  return `${ownerId}:${key}`;
}

/** Writes run one after the other, so what was typed last is what stays. */
export function createDrafts({ ownerId, storage, vault }: PersonalStorage, now: () => string): Drafts {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
  const place = (id: string, schemaVersion: number) => ({ table: "drafts", part: "value", id, schemaVersion }) as const;
  const read = async ({ id, schemaVersion, sealed }: DraftRow) =>
    vault.unseal<unknown>(place(id, schemaVersion), sealed).catch(() => undefined);
  return {
    save: (key, value) =>
      inTurn(async () => {
        const id = draftIdOf(ownerId, key);
        try {
          const sealed = await vault.seal(place(id, rowVersion), value);
          await storage.use((database) =>
            database.drafts.put({ id, ownerId, key, schemaVersion: rowVersion, savedAt: now(), sealed }),
          );
          return ok(undefined);
        } catch (cause) {
          return err(storageProblemOf(cause));
        }
      }),
    load: (key) =>
      inTurn(async () => {
        const row = await storage.use((database) => database.drafts.get(draftIdOf(ownerId, key)));
        return row && read(row);
      }),
    remove: (key) => inTurn(() => storage.use(async (database) => database.drafts.delete(draftIdOf(ownerId, key)))),
    list: () =>
      inTurn(async () => {
        const rows = await storage.use((database) => database.drafts.where("ownerId").equals(ownerId).sortBy("savedAt"));
        return rows.reverse().map(({ key, savedAt }) => ({ key, savedAt }));
      }),
  };
}
