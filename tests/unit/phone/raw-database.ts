import { IDBKeyRange } from "fake-indexeddb";
import Dexie from "dexie";
import { databaseVersion } from "@/lib/phone/database/phone-database";

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

/** What a later version of the app does to the database: adds a table. */
export function upgrade(indexedDB: IDBFactory): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(indexedDbName, (databaseVersion + 1) * 10);
    request.onupgradeneeded = () => void request.result.createObjectStore("something", { keyPath: "id" });
    request.onsuccess = () => resolve(request.result.close());
    request.onerror = () => reject(request.error);
  });
}
