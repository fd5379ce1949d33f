import { IDBKeyRange } from "fake-indexeddb";
import Dexie from "dexie";

export const indexedDbName = "phone-under-test";

/** Every row of a table as it rests on the disk. */
export async function rawRows(indexedDB: IDBFactory, table: string): Promise<Record<string, unknown>[]> {
  return withRaw(indexedDB, (database) => database.table(table).toArray());
}

export async function withRaw<T>(indexedDB: IDBFactory, work: (database: Dexie) => PromiseLike<T>): Promise<T> {
  const database = new Dexie(indexedDbName, { indexedDB, IDBKeyRange });
  await database.open();
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
