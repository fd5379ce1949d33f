import { createStore } from "../device/store";
import type { EntrySummary, ReadStore } from "../phone";
import type { EntryNews, PersonalStorage } from "./personal-storage";
import type { StoredSummary } from "./summary";

/** Own entries in memory, decrypted, newest first; follows what this and other tabs write. */
export type EntryList = {
  readonly store: ReadStore<readonly EntrySummary[]>;
  apply(news: readonly EntryNews[]): void;
  /** Entries in a request right now, all of them. */
  sending(ids: readonly string[]): void;
  /** Reads again what changed in the database, of some entries or of all. */
  refresh(personal: PersonalStorage, ids?: readonly string[]): Promise<void>;
};

type Known = { readonly revision: number; readonly summary: StoredSummary };

export function createEntryList(): EntryList {
  const store = createStore<readonly EntrySummary[]>([]);
  const known = new Map<string, Known>();
  let inRequest: ReadonlySet<string> = new Set();
  const publish = () => store.set([...known.values()].map(({ summary }) => shown(summary, inRequest)).sort(newestFirst));
  const apply = (news: readonly EntryNews[]) => {
    for (const { id, revision, summary } of news) {
      if (!summary) known.delete(id);
      else if ((known.get(id)?.revision ?? 0) <= revision) known.set(id, { revision, summary });
    }
    if (news.length > 0) publish();
  };
  return {
    store,
    apply,
    sending: (ids) => {
      inRequest = new Set(ids);
      publish();
    },
    refresh: async (personal, ids) => apply(await readNews(personal, known, ids)),
  };
}

async function readNews(personal: PersonalStorage, known: ReadonlyMap<string, Known>, ids?: readonly string[]): Promise<EntryNews[]> {
  const { storage, ownerId } = personal;
  const rows = await storage.use((database) =>
    ids ? database.entries.bulkGet([...ids]) : database.entries.where("ownerId").equals(ownerId).toArray(),
  );
  const own = rows.flatMap((row) => (row?.ownerId === ownerId ? [row] : []));
  const found = new Set(own.map(({ id }) => id));
  const changed = own.filter(({ id, revision }) => known.get(id)?.revision !== revision);
  const read = await Promise.all(
    changed.map(async (row) => ({
      id: row.id,
      revision: row.revision,
      // What can't be opened is kept, but nothing can be shown of it.
      summary: await personal.readSummary(row).catch(() => undefined),
    })),
  );
  const gone = (ids ?? [...known.keys()]).filter((id) => !found.has(id)).map((id) => ({ id, revision: Infinity }));
  return [...gone, ...read.flatMap(({ summary, ...news }) => (summary ? [{ ...news, summary }] : []))];
}

function shown(summary: StoredSummary, inRequest: ReadonlySet<string>): EntrySummary {
  return summary.sync === "saved" && inRequest.has(summary.id) ? { ...summary, sync: "sending" } : summary;
}

function newestFirst(a: EntrySummary, b: EntrySummary): number {
  if (a.happenedAt !== b.happenedAt) return a.happenedAt < b.happenedAt ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}
