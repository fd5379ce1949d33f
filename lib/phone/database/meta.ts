import type { Sealed } from "../vault/vault";
import type { OfflineTime } from "../recovery/offline-age";
import type { PhoneDatabase } from "./phone-database";

/** Small facts of the phone and, under a person's id, of what that person has here. */
export type Meta = {
  readonly deviceId: string;
  readonly signedIn: string | null;
  readonly clockOffsetMs: number;
  /** Version of the guides that are here. */
  readonly guides: string;
  readonly [cursor: `cursor:${string}`]: FeedPlace;
  readonly [reconciledAt: `reconciledAt:${string}`]: number;
  /** This browser gave a key back as it was, once. */
  readonly "self-test": "passed";
  /** Wrong PINs in a row, by person. */
  readonly [tries: `pinTries:${string}`]: PinTries;
  /** How a person came to this phone, see people/offline-join.ts. */
  readonly [join: `join:${string}`]: Sealed;
  /** How long the server was not heard, by person. */
  readonly [offline: `offline:${string}`]: OfflineTime;
  /** By owner and campaign. */
  readonly [pack: `pack:${string}`]: PackMeta;
};

/** `at`, `waitMs`: by the phone's clock when the last wrong one was typed, and how long it costs. */
export type PinTries = { readonly wrong: number; readonly at: number; readonly waitMs: number };

/** How far the feed was read. */
export type FeedPlace = {
  readonly cursor: string;
  readonly isResync: boolean;
  /** Server time of the last page, and what the person's other phones held then. Absent from what older versions stored. */
  readonly heardAt?: string;
  readonly unsentElsewhere?: number;
};

/** What is known of a pack of households without opening it. */
export type PackMeta = {
  readonly cursor: string;
  /** Grows with every write; a writer that read an older one starts again. */
  readonly revision: number;
  /** Grows with every resync, see `storePackPage`. */
  readonly generation: number;
  readonly isResync: boolean;
  readonly isComplete: boolean;
  /** By the phone's own clock: only says how old the pack is. */
  readonly refreshedAt: string;
  /** Server time of what is here. */
  readonly asOf: string;
  readonly areas: Readonly<Record<string, { readonly households: number; readonly bytes: number }>>;
};

export async function readMeta<Key extends keyof Meta>(database: PhoneDatabase, key: Key): Promise<Meta[Key] | undefined> {
  return (await database.meta.get(key))?.value as Meta[Key] | undefined;
}

export function writeMeta<Key extends keyof Meta>(database: PhoneDatabase, key: Key, value: Meta[Key]): PromiseLike<unknown> {
  return database.meta.put({ key, value });
}
