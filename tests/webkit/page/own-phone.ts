import type { HelpSession } from "@/lib/domain/entry/help-session";
import { browserEnvironment } from "@/lib/phone/device/browser-environment";
import { personOf } from "@/lib/phone/people/person";
import type { ServerKey } from "@/lib/protocol/server-key";
import { makeHelpSession, makePerson } from "@/tests/factories/help-session";
import { makeBriefing, personId } from "@/tests/unit/phone/phone-harness";

/** The phone of a page as a browser has it: its own storage, cipher, worker and rounds. Nobody answers for the server. */
export const environment = browserEnvironment("webkit");
export const pin = "258036";
export const draft = { typed: "so far" };

export const citizen = { name: "Siu H'Chăm Thử", personalNumber: "052180009876" };
export const session: HelpSession = makeHelpSession({ subject: makePerson(citizen) });

export function newcomer(serverKey: ServerKey) {
  return { person: personOf({ ...makeBriefing(personId), serverKey }) };
}

export { personId };

/** Every row of every table as it rests on the disk. */
export async function storedRows(): Promise<Map<string, Record<string, unknown>[]>> {
  const database = await settled(indexedDB.open(environment.databaseName));
  const names = [...database.objectStoreNames];
  const transaction = database.transaction(names);
  const rows = await Promise.all(names.map(async (name) => [name, await settled(transaction.objectStore(name).getAll())] as const));
  database.close();
  return new Map(rows as [string, Record<string, unknown>[]][]);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("The storage said no"));
  });
}
