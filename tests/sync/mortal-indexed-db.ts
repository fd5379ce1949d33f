import type { Activity } from "./activity";
import { Dead, type Life } from "./mortal";

export type Fate = {
  opened(database: IDBDatabase): void;
  /** Asked at each write; what it returns ends the transaction at its commit. */
  failWrite(): Error | undefined;
};

const requestMethods = [
  "add", "put", "delete", "clear", "get", "getKey", "getAll", "getAllKeys", "count", "openCursor", "openKeyCursor",
] as const;

/**
 * An IndexedDB whose transactions are undone when the app is killed, like a browser does it, and whose every
 * request is a step at which the kill may come.
 */
export function mortalIndexedDb(factory: IDBFactory, life: Life, activity: Activity, fate: Fate): IDBFactory {
  return {
    cmp: (first: unknown, second: unknown) => factory.cmp(first, second),
    databases: () => life.survive(() => factory.databases()),
    deleteDatabase: (name: string) => factory.deleteDatabase(name),
    open: (name: string, version?: number) => {
      if (life.isOver()) return silentRequest();
      const request = version === undefined ? factory.open(name) : factory.open(name, version);
      const end = activity.begin();
      const adopt = () => adoptDatabase(request.result, life, activity, fate);
      request.addEventListener("upgradeneeded", adopt);
      request.addEventListener("success", () => {
        adopt();
        end();
      });
      request.addEventListener("error", end);
      return request;
    },
  } as IDBFactory;
}

/** What a dead app asks for is never answered. */
function silentRequest(): IDBOpenDBRequest {
  return new EventTarget() as IDBOpenDBRequest;
}

const adopted = new WeakSet<object>();

function adoptDatabase(database: IDBDatabase, life: Life, activity: Activity, fate: Fate): void {
  if (adopted.has(database)) return;
  adopted.add(database);
  fate.opened(database);
  const begin = database.transaction.bind(database);
  database.transaction = (...args) => {
    const isAlive = survives(life);
    const transaction = begin(...args);
    if (!isAlive) {
      abort(transaction);
      return transaction;
    }
    const end = activity.begin();
    const forget = life.onDeath(() => abort(transaction));
    for (const ending of ["complete", "abort"]) {
      transaction.addEventListener(ending, () => {
        end();
        forget();
      });
    }
    const objectStore = transaction.objectStore.bind(transaction);
    transaction.objectStore = (name) => adoptStore(objectStore(name), transaction, life, fate);
    return transaction;
  };
}

/** A dead app's code may still run for a moment: it gets transactions that are over. */
function survives(life: Life): boolean {
  try {
    life.step();
    return true;
  } catch {
    return false;
  }
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It was over already.
  }
}

function adoptStore(store: IDBObjectStore, transaction: IDBTransaction, life: Life, fate: Fate): IDBObjectStore {
  if (adopted.has(store)) return store;
  adopted.add(store);
  adoptMethods(store, life, (method) => {
    if (method === "add" || method === "put") failAtCommit(transaction, fate);
  });
  const index = store.index.bind(store);
  store.index = (name) => {
    const found = index(name);
    if (!adopted.has(found)) adoptMethods(found, life, () => {});
    adopted.add(found);
    return found;
  };
  return store;
}

function adoptMethods(target: IDBObjectStore | IDBIndex, life: Life, requested: (method: string) => void): void {
  const methods = target as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const method of requestMethods) {
    const original = methods[method]?.bind(target);
    if (!original) continue;
    methods[method] = (...args) => {
      if (life.isOver()) throw new Dead();
      life.step();
      requested(method);
      return original(...args);
    };
  }
}

/** As Chromium reports a full disk: the writes succeed, then the commit does not, and the error says why. */
function failAtCommit(transaction: IDBTransaction, { failWrite }: Fate): void {
  const error = failWrite();
  if (!error) return;
  const dispatch = transaction.dispatchEvent.bind(transaction);
  transaction.dispatchEvent = (event) => {
    if (event.type !== "complete") return dispatch(event);
    (transaction as IDBTransaction & { _abort(name: string): void })._abort(error.name);
    return true;
  };
}
