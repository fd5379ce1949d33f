import type { DocumentRow, EntryRow, OutboxRow } from "../database/phone-database";
import type { Storage } from "../database/storage";
import type { Command } from "../../domain/command/command";
import type { Vault } from "../vault/vault";
import type { EntryDocument } from "./entry-document";
import type { StoredSummary } from "./summary";

/** The storage as one person may use it: rows of others can be neither read nor opened. */
export type PersonalStorage = {
  readonly ownerId: string;
  readonly storage: Storage;
  readonly vault: Vault;
  readDocument(row: DocumentRow): Promise<EntryDocument>;
  readSummary(row: EntryRow): Promise<StoredSummary>;
  readCommand(row: OutboxRow): Promise<Command>;
  /** Told after every durable write; without a summary the entry is gone. */
  changed(entries: readonly EntryNews[]): void;
};

export type EntryNews = { readonly id: string; readonly revision: number; readonly summary?: StoredSummary };

export function personalStorage(storage: Storage, vault: Vault, changed: PersonalStorage["changed"]): PersonalStorage {
  return {
    ownerId: vault.ownerId,
    storage,
    vault,
    changed,
    readDocument: ({ id, schemaVersion, document }) =>
      vault.unseal({ table: "entries", part: "document", id, schemaVersion }, document),
    readSummary: ({ id, schemaVersion, summary }) =>
      vault.unseal({ table: "entries", part: "summary", id, schemaVersion }, summary),
    readCommand: ({ id, schemaVersion, sealed }) => vault.unseal({ table: "outbox", part: "command", id, schemaVersion }, sealed),
  };
}

