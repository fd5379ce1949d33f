import type { SurveyResponse } from "../../domain/survey/survey-response";

/**
 * Responses that have not reached the server. A database of its own, apart from the volunteer's: nothing in it
 * belongs to a person or names the device. Without a library, because a citizen's phone loads this for three taps.
 */
export type SurveyStore = {
  /** Answers once the response is on the disk. */
  add(response: SurveyResponse): Promise<void>;
  waiting(limit: number): Promise<SurveyResponse[]>;
  remove(ids: readonly string[]): Promise<void>;
};

const databaseName = "survey";
const table = "responses";

export async function openSurveyStore(indexedDB: IDBFactory): Promise<SurveyStore> {
  const opening = indexedDB.open(databaseName, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(table, { keyPath: "id" });
  const database = await answerOf(opening);
  database.onversionchange = () => database.close();
  return {
    add: (response) => write(database, (rows) => rows.put(response)),
    waiting: (limit) => answerOf<SurveyResponse[]>(database.transaction(table).objectStore(table).getAll(null, limit)),
    remove: (ids) => write(database, (rows) => ids.forEach((id) => rows.delete(id))),
  };
}

/** Has a survey ever been answered on this device? A browser that can't say is asked to look. */
export async function surveyStoreExists(indexedDB: IDBFactory): Promise<boolean> {
  const databases = await indexedDB.databases?.();
  return databases?.some(({ name }) => name === databaseName) ?? true;
}

function write(database: IDBDatabase, change: (rows: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(table, "readwrite", { durability: "strict" });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    change(transaction.objectStore(table));
  });
}

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
