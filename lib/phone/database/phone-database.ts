import Dexie, { type Table } from "dexie";
import type { Guide } from "../../domain/guide/guide";
import type { Refusal } from "../../domain/refusal";
import type { EntryStatus } from "../../domain/review/lifecycle";
import type { PhoneEnvironment } from "../device/environment";
import type { Sealed } from "../vault/vault";

/** Version of the tables. Additive changes raise it; what is stored is never rewritten in `upgrade()`. */
export const databaseVersion = 5;
/** Version of a row's sealed shape; part of what the seal vouches for. */
export const rowVersion = 1;

/** In the clear is only what sending and sorting need; everything about citizens is sealed. */
type Row = { readonly schemaVersion: number };

/** `none`: a key of this phone, which can be used but not read. Otherwise a person's key, wrapped. */
export type KeyRow = { readonly id: string } & (
  | { readonly wrapping: "none"; readonly key: CryptoKey }
  /** Of before there were PINs: the phone's key alone opens it. Becomes `pin` with the next start. */
  | { readonly wrapping: "device"; readonly wrapped: Uint8Array<ArrayBuffer> }
  | PinWrapping
);

/** Opens with the PIN and the phone's key, with neither alone. */
export type PinWrapping = {
  readonly wrapping: "pin";
  readonly wrapped: Sealed;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iterations: number;
  /** Whose it is, for the lock's screen; sealed with the phone's key. */
  readonly name: Sealed;
  /** Signed out here: the PIN opens again after a sign-in. */
  readonly isSignedOut?: true;
};

export type PersonRow = Row & { readonly id: string; readonly sealed: Sealed };

export type EntryRow = Row & {
  readonly id: string;
  readonly ownerId: string;
  /** Grows with every write; a writer that read an older one starts again. */
  readonly revision: number;
  readonly happenedAt: string;
  readonly sync: "saved" | "received" | "attention";
  readonly serverVersion: number;
  readonly serverStatus?: EntryStatus;
  readonly receipt?: string;
  /** Grows over all entries with every write: what other tabs wrote since is what is above the last one read. */
  readonly written: number;
  readonly summary: Sealed;
};

/** Apart from the summaries, so that a list of thousands opens without reading everything about them. */
export type DocumentRow = Row & { readonly id: string; readonly ownerId: string; readonly document: Sealed };

/**
 * `waiting`: to be sent, maybe already sent. `refused`: its author has to look; later commands of the entry
 * wait behind it. `replaced`: refused, and settled by a later command. `delivered`: the server has it.
 */
export const outboxStates = ["waiting", "refused", "replaced", "delivered"] as const;
export type OutboxState = (typeof outboxStates)[number];

export type OutboxRow = Row & {
  /** The command's id: the key of idempotency. */
  readonly id: string;
  readonly ownerId: string;
  readonly entryId: string;
  /** Order of saving on this phone, whatever its clock did. */
  readonly sequence: number;
  readonly state: OutboxState;
  /** Answers that were no verdict; the most often tried goes last. */
  readonly attempts: number;
  readonly issuedAt: string;
  readonly refusal?: Refusal;
  /** Server time. */
  readonly deliveredAt?: string;
  readonly sealed: Sealed;
  /** The command once more, sealed to the server's key; only while the server does not have it. */
  readonly recovery?: Sealed;
};

export type DraftRow = Row & {
  readonly id: string;
  readonly ownerId: string;
  readonly key: string;
  readonly savedAt: string;
  readonly sealed: Sealed;
};

/** In the clear: nothing in a guide is about anybody. */
export type GuideRow = Row & Guide & { readonly position: number };

/** The households of one hamlet in one campaign, sealed as one: a pack of thousands opens in a few steps. */
export type PackRow = Row & {
  readonly id: string;
  readonly ownerId: string;
  readonly campaignId: string;
  readonly areaId: string;
  readonly sealed: Sealed;
};

export type MetaRow = { readonly key: string; readonly value: unknown };

export type PhoneDatabase = Dexie & {
  readonly keys: Table<KeyRow, string>;
  readonly people: Table<PersonRow, string>;
  readonly entries: Table<EntryRow, string>;
  readonly documents: Table<DocumentRow, string>;
  readonly outbox: Table<OutboxRow, string>;
  readonly drafts: Table<DraftRow, string>;
  readonly guides: Table<GuideRow, string>;
  readonly packs: Table<PackRow, string>;
  readonly meta: Table<MetaRow, string>;
};

/** Declares the database; opens nothing yet. */
export function declareDatabase({ indexedDB, keyRange, databaseName }: PhoneEnvironment): PhoneDatabase {
  const database = new Dexie(databaseName, {
    indexedDB,
    IDBKeyRange: keyRange,
    // Chrome's default answers before the data is on the disk.
    chromeTransactionDurability: "strict",
  });
  database.version(1).stores({
    keys: "id",
    people: "id",
    entries: "id, ownerId",
    outbox: "id, sequence, entryId, [ownerId+state+sequence]",
    drafts: "id, ownerId",
    meta: "key",
  });
  database.version(2).stores({ guides: "slug, position" });
  database.version(3).stores({ entries: "id, ownerId, written, [ownerId+sync], [ownerId+written]", documents: "id, ownerId" });
  database.version(4).stores({ packs: "id, [ownerId+campaignId]" });
  // The same tables; what is older does not know keys that a PIN wraps.
  database.version(databaseVersion).stores({});
  return database as PhoneDatabase;
}
