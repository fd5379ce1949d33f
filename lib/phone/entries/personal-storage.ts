import type { DocumentRow, EntryRow, OutboxRow } from "../database/phone-database";
import type { Storage } from "../database/storage";
import type { Command } from "../../domain/command/command";
import type { ServerKey } from "../../protocol/server-key";
import type { PhoneEnvironment } from "../device/environment";
import type { Vault } from "../vault/vault";
import type { EntryDocument } from "./entry-document";
import type { StoredSummary } from "./summary";

/** The storage as one person may use it: rows of others can be neither read nor opened. */
export type PersonalStorage = {
  readonly ownerId: string;
  readonly storage: Storage;
  readonly vault: Vault;
  /** By which unsent commands are sealed to the server's key too; absent where nothing is written. */
  readonly recovery?: Recovery;
  readDocument(row: DocumentRow): Promise<EntryDocument>;
  readSummary(row: EntryRow): Promise<StoredSummary>;
  readCommand(row: Pick<OutboxRow, "id" | "schemaVersion" | "sealed">): Promise<Command>;
  /** Told after every durable write; without a summary the entry is gone. */
  changed(entries: readonly EntryNews[]): void;
};

/** The key is undefined until a briefing has told it. */
export type Recovery = Pick<PhoneEnvironment, "crypto" | "reportFault"> & { serverKey(): ServerKey | undefined };

export type EntryNews = { readonly id: string; readonly revision: number; readonly summary?: StoredSummary };

export function personalStorage(storage: Storage, vault: Vault, changed: PersonalStorage["changed"], recovery?: Recovery): PersonalStorage {
  return {
    ownerId: vault.ownerId,
    storage,
    vault,
    ...(recovery ? { recovery } : {}),
    changed,
    readDocument: ({ id, schemaVersion, document }) =>
      vault.unseal({ table: "entries", part: "document", id, schemaVersion }, document),
    readSummary: ({ id, schemaVersion, summary }) =>
      vault.unseal({ table: "entries", part: "summary", id, schemaVersion }, summary),
    readCommand: ({ id, schemaVersion, sealed }) => vault.unseal({ table: "outbox", part: "command", id, schemaVersion }, sealed),
  };
}

