import type { PhoneDatabase } from "./phone-database";

/** Small facts of the phone and, under a person's id, of what that person has here. */
export type Meta = {
  readonly deviceId: string;
  readonly signedIn: string | null;
  readonly clockOffsetMs: number;
  /** Version of the guides that are here. */
  readonly guides: string;
  readonly [cursor: `cursor:${string}`]: { readonly cursor: string; readonly isResync: boolean };
  readonly [reconciledAt: `reconciledAt:${string}`]: number;
};

export async function readMeta<Key extends keyof Meta>(database: PhoneDatabase, key: Key): Promise<Meta[Key] | undefined> {
  return (await database.meta.get(key))?.value as Meta[Key] | undefined;
}

export function writeMeta<Key extends keyof Meta>(database: PhoneDatabase, key: Key, value: Meta[Key]): PromiseLike<unknown> {
  return database.meta.put({ key, value });
}
