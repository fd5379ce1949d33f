import type { Briefing } from "../../protocol/briefing";
import { rowVersion, type PersonRow } from "../database/phone-database";
import type { Storage } from "../database/storage";
import type { Vault } from "../vault/vault";

export type PersonOnPhone = { readonly id: string; readonly name: string; readonly briefing: Briefing };

/** A person is known to this phone once a briefing of theirs is on it. */
export async function readPerson(storage: Storage, vault: Vault): Promise<PersonOnPhone | undefined> {
  const row = await storage.use((database) => database.people.get(vault.ownerId));
  return row && personOf(await vault.unseal<Briefing>(place(row.id, row.schemaVersion), row.sealed));
}

export async function writePerson(storage: Storage, vault: Vault, briefing: Briefing): Promise<PersonOnPhone> {
  const row = await personRow(vault, briefing);
  await storage.use((database) => database.people.put(row));
  return personOf(briefing);
}

export async function personRow(vault: Vault, briefing: Briefing): Promise<PersonRow> {
  const id = vault.ownerId;
  return { id, schemaVersion: rowVersion, sealed: await vault.seal(place(id, rowVersion), briefing) };
}

export function personOf(briefing: Briefing): PersonOnPhone {
  return { id: briefing.person.id, name: briefing.person.name, briefing };
}

function place(id: string, schemaVersion: number) {
  return { table: "people", part: "briefing", id, schemaVersion } as const;
}
