import { readMeta } from "../database/meta";
import { rowVersion, type MetaRow } from "../database/phone-database";
import type { Storage } from "../database/storage";
import { createStore, type ReadStore } from "../device/store";
import type { Vault } from "../vault/vault";
import type { InvitedTo, OwnJoin } from "./offline-join";

/** How the person of this phone came to it; undefined for whoever signed in with a password. */
export type OwnJoinStore = {
  readonly store: ReadStore<OwnJoin | undefined>;
  set(join: OwnJoin): Promise<void>;
};

export async function openOwnJoin(storage: Storage, vault: Vault): Promise<OwnJoinStore> {
  const store = createStore(await readOwnJoin(storage, vault));
  return {
    store,
    set: async (join) => {
      await writeOwnJoin(storage, vault, join);
      store.set(join);
    },
  };
}

/** What is to be told to the server next. Recording goes on for the unit of before until the server's briefing comes. */
export function askedAgain({ why: _why, by: _by, ...join }: OwnJoin, invited: InvitedTo | undefined): OwnJoin {
  return invited ? { ...join, ...invited, state: "toJoin" } : { ...join, state: "toAsk" };
}

/** Undefined for whoever signed in with a password, and where a forgotten PIN took the key with it. */
async function readOwnJoin(storage: Storage, vault: Vault): Promise<OwnJoin | undefined> {
  const sealed = await storage.use((database) => readMeta(database, `join:${vault.ownerId}`));
  return sealed && vault.unseal<OwnJoin>(place(vault.ownerId), sealed).catch(() => undefined);
}

async function writeOwnJoin(storage: Storage, vault: Vault, join: OwnJoin): Promise<void> {
  const row = await joinRow(vault, join);
  await storage.use((database) => database.meta.put(row));
}

/** For a row that becomes known together with the person. */
export async function joinRow(vault: Vault, join: OwnJoin): Promise<MetaRow> {
  return { key: `join:${vault.ownerId}`, value: await vault.seal(place(vault.ownerId), join) };
}

function place(id: string) {
  return { table: "people", part: "join", id, schemaVersion: rowVersion } as const;
}
