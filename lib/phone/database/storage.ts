import type { PhoneEnvironment } from "../device/environment";
import { databaseVersion, declareDatabase, type PhoneDatabase } from "./phone-database";

const openTimeoutMs = 8_000;

/** The one way to the database: survives connections that the system took away in the background. */
export type Storage = {
  /** Runs `work`; when the connection turns out to be dead, opens anew and runs it once more. */
  use<T>(work: (database: PhoneDatabase) => PromiseLike<T>): Promise<T>;
  /** Ends the connection and opens another. */
  reopen(): Promise<void>;
  close(): void;
  /** Deletes the database, for good. */
  destroy(): Promise<void>;
};

export type StorageOpening =
  | { readonly state: "open"; readonly storage: Storage }
  | { readonly state: "newer"; readonly storage: Storage }
  | { readonly state: "unavailable"; readonly reason: "timeout" | "error" };

/**
 * Opens the database. `newer`: a later version of the app wrote it; nothing may be written then.
 * @param onNewer told when another tab upgrades the database under this one
 */
export async function openStorage(environment: PhoneEnvironment, onNewer: () => void): Promise<StorageOpening> {
  const database = declareDatabase(environment);
  database.on("versionchange", ({ newVersion }) => {
    database.close({ disableAutoOpen: true });
    if (newVersion !== null) onNewer();
    return false;
  });
  const opening = database.open().then(() => "open" as const, () => "error" as const);
  const outcome = await firstOf(opening, environment.timers);
  if (outcome !== "open") {
    void opening.then(() => database.close());
    return { state: "unavailable", reason: outcome };
  }
  if (isNewer(database)) return { state: "newer", storage: storageOf(database, () => undefined) };
  return { state: "open", storage: storageOf(database, guard(database, onNewer)) };
}

/** Old code may open an upgraded database and write into it (Dexie 4): every opening looks again. */
function guard(database: PhoneDatabase, onNewer: () => void): () => void {
  return () => {
    if (!isNewer(database)) return;
    database.close({ disableAutoOpen: true });
    onNewer();
  };
}

function isNewer(database: PhoneDatabase): boolean {
  return database.backendDB().version > databaseVersion * 10;
}

function storageOf(database: PhoneDatabase, checkVersion: () => void): Storage {
  let closed = false;
  database.on("ready", checkVersion, true);
  const reopen = async () => {
    database.close({ disableAutoOpen: false });
    await database.open();
  };
  return {
    use: async (work) => {
      try {
        return await work(database);
      } catch (cause) {
        if (closed || !isDeadConnection(cause)) throw cause;
        await reopen();
        return work(database);
      }
    },
    reopen,
    close: () => {
      closed = true;
      database.close({ disableAutoOpen: true });
    },
    destroy: async () => {
      closed = true;
      await database.delete({ disableAutoOpen: true });
    },
  };
}

/** iOS ends connections of apps in the background; what comes afterwards fails with one of these. */
function isDeadConnection(cause: unknown): boolean {
  const name = (cause as { name?: string } | undefined)?.name ?? "";
  return ["DatabaseClosedError", "InvalidStateError", "InvalidState", "UnknownError"].includes(name);
}

function firstOf<T>(work: Promise<T>, timers: PhoneEnvironment["timers"]): Promise<T | "timeout"> {
  return new Promise((resolve) => {
    const timer = timers.start(() => resolve("timeout"), openTimeoutMs);
    void work.then((value) => {
      timers.cancel(timer);
      resolve(value);
    });
  });
}
