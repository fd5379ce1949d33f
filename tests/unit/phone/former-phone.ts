import { rowVersion } from "@/lib/phone/database/phone-database";
import { openVault } from "@/lib/phone/vault/vault";
import type { Briefing } from "@/lib/protocol/briefing";
import { withRaw } from "./raw-database";

const aes = { name: "AES-GCM", length: 256 } as const;

/** A person as they rested on a phone before there were PINs: the phone's key alone wraps theirs. */
export async function putFormerPerson(indexedDB: IDBFactory, briefing: Briefing, draft: { readonly key: string; readonly value: unknown }): Promise<void> {
  const { id } = briefing.person;
  const phone = await crypto.subtle.generateKey(aes, false, ["wrapKey", "unwrapKey"]);
  const key = await crypto.subtle.generateKey(aes, true, ["encrypt", "decrypt"]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = new TextEncoder().encode(JSON.stringify(["keys", id]));
  const wrapped = new Uint8Array([...iv, ...new Uint8Array(await crypto.subtle.wrapKey("raw", key, phone, { name: "AES-GCM", iv, additionalData }))]);
  const vault = openVault(id, key, crypto);
  const draftId = `${id}:${draft.key}`;
  const person = await vault.seal({ table: "people", part: "briefing", id, schemaVersion: rowVersion }, briefing);
  const value = await vault.seal({ table: "drafts", part: "value", id: draftId, schemaVersion: rowVersion }, draft.value);
  await withRaw(indexedDB, (database) =>
    database.transaction("rw", database.tables, async () => {
      await database.table("keys").bulkPut([{ id: "device", wrapping: "none", key: phone }, { id, wrapping: "device", wrapped }]);
      await database.table("people").put({ id, schemaVersion: rowVersion, sealed: person });
      await database.table("drafts").put({ id: draftId, ownerId: id, key: draft.key, schemaVersion: rowVersion, savedAt: "2026-08-07T03:00:00.000Z", sealed: value });
      await database.table("meta").put({ key: "signedIn", value: id });
    }),
  );
}
