import { createStore, type ReadStore } from "../device/store";
import type { PhoneEnvironment } from "../device/environment";
import type { EntryRow, PhoneDatabase } from "../database/phone-database";
import type { EntrySummary } from "./entry-on-phone";
import type { EntryNews, PersonalStorage } from "./personal-storage";
import type { StoredSummary } from "./summary";

/**
 * Own entries in memory, decrypted, newest first; follows what this and other tabs write.
 *
 *   open: unsettled and newest ─▶ usable ─▶ readRest: slice by slice ─▶ complete
 */
export type EntryList = {
  readonly store: ReadStore<readonly EntrySummary[]>;
  /** False while older entries are still being read. */
  readonly complete: ReadStore<boolean>;
  /** Reads what a person needs at once: everything that is not settled, and the newest. */
  open(personal: PersonalStorage): Promise<void>;
  /**
   * Reads the older ones, a slice at a time, so that the screen stays free.
   * @param writing what is being saved: it goes first
   */
  readRest(personal: PersonalStorage, whenFree: PhoneEnvironment["whenFree"], writing: () => Promise<unknown>): Promise<void>;
  apply(news: readonly EntryNews[]): void;
  /** Entries in a request right now, all of them. */
  sending(ids: readonly string[]): void;
  /** Reads again what changed in the database: of some entries, or whatever was written since the last reading. */
  refresh(personal: PersonalStorage, ids?: readonly string[]): Promise<void>;
};

type Known = { readonly revision: number; readonly summary: StoredSummary };

const newestCount = 100;
const sliceSize = 20;

export function createEntryList(): EntryList {
  const store = createStore<readonly EntrySummary[]>([]);
  const complete = createStore(false);
  const known = new Map<string, Known>();
  let inRequest: ReadonlySet<string> = new Set();
  let lastRead = 0;
  const publish = () => store.set([...known.values()].map(({ summary }) => shown(summary, inRequest)).sort(newestFirst));
  const learn = (news: readonly EntryNews[]) => {
    for (const { id, revision, summary } of news) {
      if (!summary) known.delete(id);
      else if ((known.get(id)?.revision ?? 0) <= revision) known.set(id, { revision, summary });
    }
  };
  const apply = (news: readonly EntryNews[]) => {
    learn(news);
    if (news.length > 0) publish();
  };
  const read = async (rows: readonly EntryRow[], personal: PersonalStorage) => {
    lastRead = rows.reduce((last, { written }) => Math.max(last, written), lastRead);
    return readNews(rows.filter(({ id, revision }) => known.get(id)?.revision !== revision), personal);
  };
  return {
    store,
    complete,
    open: async (personal) => {
      apply(await read(await personal.storage.use((database) => readFirst(database, personal.ownerId)), personal));
      if (known.size < newestCount) complete.set(true);
    },
    readRest: async (personal, whenFree, writing) => {
      const ids = await personal.storage.use((database) => database.entries.where("ownerId").equals(personal.ownerId).primaryKeys());
      const rest = ids.filter((id) => !known.has(id)).reverse();
      // A list that grows by a tenth at a time is drawn ten times, not a hundred.
      const publishEvery = Math.max(sliceSize, Math.ceil(rest.length / 10 / sliceSize) * sliceSize);
      for (let start = 0; start < rest.length; start += sliceSize) {
        await writing();
        const rows = await personal.storage.use((database) => database.entries.bulkGet(rest.slice(start, start + sliceSize)));
        learn(await read(ownRows(rows, personal.ownerId), personal));
        if ((start + sliceSize) % publishEvery === 0) publish();
        await new Promise<void>((resolve) => void whenFree(resolve));
      }
      publish();
      complete.set(true);
    },
    apply,
    sending: (ids) => {
      inRequest = new Set(ids);
      publish();
    },
    refresh: async (personal, ids) => {
      const { storage, ownerId } = personal;
      const rows = await storage.use((database) =>
        ids
          ? database.entries.bulkGet([...ids])
          // The last one again: a removal in between may have freed its number.
          : database.entries.where("[ownerId+written]").between([ownerId, lastRead], [ownerId, Infinity], true, true).toArray(),
      );
      const own = ownRows(rows, ownerId);
      const found = new Set(own.map(({ id }) => id));
      const gone = (ids ?? (await goneIds(known, personal, complete.getSnapshot()))).filter((id) => !found.has(id));
      apply([...gone.map((id) => ({ id, revision: Infinity })), ...(await read(own, personal))]);
    },
  };
}

/** Without reading rows: the ids are enough to see what another tab removed. */
async function goneIds(known: ReadonlyMap<string, Known>, { storage, ownerId }: PersonalStorage, isComplete: boolean): Promise<string[]> {
  const count = await storage.use((database) => database.entries.where("ownerId").equals(ownerId).count());
  if (isComplete && count >= known.size) return [];
  const present = new Set(await storage.use((database) => database.entries.where("ownerId").equals(ownerId).primaryKeys()));
  return [...known.keys()].filter((id) => !present.has(id));
}

async function readFirst(database: PhoneDatabase, ownerId: string): Promise<EntryRow[]> {
  const [unsettled, newest] = await Promise.all([
    database.entries.where("[ownerId+sync]").anyOf([[ownerId, "saved"], [ownerId, "attention"]]).toArray(),
    // Ids begin with the moment in which they were made.
    database.entries.where("ownerId").equals(ownerId).reverse().limit(newestCount).toArray(),
  ]);
  return [...new Map([...unsettled, ...newest].map((row) => [row.id, row])).values()];
}

function ownRows(rows: readonly (EntryRow | undefined)[], ownerId: string): EntryRow[] {
  return rows.flatMap((row) => (row?.ownerId === ownerId ? [row] : []));
}

async function readNews(rows: readonly EntryRow[], personal: PersonalStorage): Promise<EntryNews[]> {
  const read = await Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      revision: row.revision,
      // What can't be opened is kept, but nothing can be shown of it.
      summary: await personal.readSummary(row).catch(() => undefined),
    })),
  );
  return read.flatMap(({ summary, ...news }) => (summary ? [{ ...news, summary }] : []));
}

function shown(summary: StoredSummary, inRequest: ReadonlySet<string>): EntrySummary {
  return summary.sync === "saved" && inRequest.has(summary.id) ? { ...summary, sync: "sending" } : summary;
}

function newestFirst(a: EntrySummary, b: EntrySummary): number {
  if (a.happenedAt !== b.happenedAt) return a.happenedAt < b.happenedAt ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}
