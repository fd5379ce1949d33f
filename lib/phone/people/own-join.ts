import type { ReadStore } from "../phone";
import { createStore } from "../device/store";
import type { Storage } from "../database/storage";
import type { Vault } from "../vault/vault";
import { readOwnJoin, writeOwnJoin, type InvitedTo, type OwnJoin } from "./offline-join";

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
