import type { Command } from "../../domain/command/command";
import { rowVersion, type DocumentRow, type EntryRow, type OutboxRow, type PhoneDatabase } from "../database/phone-database";
import { keepRecoverable } from "../recovery/keep-recoverable";
import type { PersonalStorage } from "./personal-storage";
import { summaryOf, type StoredSummary } from "./summary";
import type { EntryDocument, Unsent } from "./entry-document";

/** What is on the phone about one entry, read together. */
export type KnownEntry = {
  readonly document?: EntryDocument;
  /** Every command of the entry that is kept here, also delivered ones, in the order saved. */
  readonly commands: readonly OutboxRow[];
};

export type EntryChange =
  | {
      readonly document: EntryDocument;
      /** Rows of `known.commands` that change, and rows that become the person's again. */
      readonly rows?: readonly OutboxRow[];
      /** Ids of rows of `known.commands` that go for good. */
      readonly forget?: readonly string[];
      /** A new command, last in order. */
      readonly command?: Command;
      /** The draft that this settles. */
      readonly draftId?: string;
      /** Half-done changes of the entry go too: every draft whose key names it. */
      readonly forgetDrafts?: true;
    }
  | { readonly remove: true };

/**
 * The only way in which entries and their commands are written, always together. Reads, lets `decide` say
 * what becomes of each entry (undefined: nothing), seals, and writes in one short transaction that waits for
 * nothing else. Whoever was overtaken meanwhile, by the sync loop or another tab, decides again.
 */
export async function changeEntries(
  ids: readonly string[],
  decide: (id: string, known: KnownEntry) => EntryChange | undefined,
  personal: PersonalStorage,
): Promise<void> {
  let open = [...new Set(ids)];
  while (open.length > 0) {
    const read = await personal.storage.use((database) => readEntries(open, personal.ownerId, database));
    const prepared = await Promise.all(read.map((one) => prepare(one, decide, personal)));
    const changes = prepared.filter((one) => one !== undefined);
    if (changes.length === 0) return;
    const overtaken = await personal.storage.use((database) => write(changes, database));
    const done = changes.filter(({ id }) => !overtaken.has(id));
    personal.changed(
      done.map(({ id, readRevision, summary }) => ({ id, revision: readRevision + 1, ...(summary ? { summary } : {}) })),
    );
    open = [...overtaken];
  }
}

type Read = {
  readonly id: string;
  readonly row: EntryRow | undefined;
  readonly document: DocumentRow | undefined;
  readonly commands: readonly OutboxRow[];
};

async function readEntries(ids: readonly string[], ownerId: string, database: PhoneDatabase): Promise<Read[]> {
  const [rows, documents, commands] = await database.transaction("r", database.entries, database.documents, database.outbox, () =>
    Promise.all([database.entries.bulkGet([...ids]), database.documents.bulkGet([...ids]), database.outbox.where("entryId").anyOf(ids).sortBy("sequence")]),
  );
  const commandsByEntry = new Map(ids.map((id): [string, OutboxRow[]] => [id, []]));
  for (const command of commands) if (command.ownerId === ownerId) commandsByEntry.get(command.entryId)?.push(command);
  return ids.map((id, index) => {
    const row = rows[index];
    const isOwn = row?.ownerId === ownerId;
    return { id, row: isOwn ? row : undefined, document: isOwn ? documents[index] : undefined, commands: commandsByEntry.get(id) ?? [] };
  });
}

type Prepared = {
  readonly id: string;
  readonly readRevision: number;
  readonly summary?: StoredSummary;
  readonly row?: Omit<EntryRow, "written">;
  readonly document?: DocumentRow;
  readonly rows: readonly OutboxRow[];
  readonly forget?: readonly string[];
  readonly added?: Omit<OutboxRow, "sequence">;
  readonly draftId?: string;
  readonly forgetDrafts?: true;
};

async function prepare(
  { id, row, document: documentRow, commands }: Read,
  decide: (id: string, known: KnownEntry) => EntryChange | undefined,
  personal: PersonalStorage,
): Promise<Prepared | undefined> {
  const document = documentRow && (await personal.readDocument(documentRow));
  const change = decide(id, { commands, ...(document ? { document } : {}) });
  if (!change) return undefined;
  const readRevision = row?.revision ?? 0;
  if ("remove" in change) return { id, readRevision, rows: [] };
  const { rows = [], forget = [], command, draftId, forgetDrafts } = change;
  const added = command && (await sealCommand(command, personal));
  const changed = new Map(rows.map((each) => [each.id, each]));
  const isNew = ({ id: rowId }: OutboxRow) => !commands.some((each) => each.id === rowId);
  const unsent: Unsent = [...commands.map((each) => changed.get(each.id) ?? each), ...rows.filter(isNew), ...(added ? [{ ...added, sequence: 0 }] : [])];
  const summary = summaryOf(change.document, unsent);
  return {
    id,
    readRevision,
    summary,
    row: await sealEntry(change.document, summary, readRevision + 1, personal),
    document: await sealDocument(id, change.document, personal),
    rows: await Promise.all(rows.map((each) => keepRecoverable(each, personal))),
    forget,
    ...(added ? { added } : {}),
    ...(draftId === undefined ? {} : { draftId }),
    ...(forgetDrafts ? { forgetDrafts } : {}),
  };
}

async function sealEntry(document: EntryDocument, summary: StoredSummary, revision: number, personal: PersonalStorage): Promise<Omit<EntryRow, "written">> {
  const { id, sync, happenedAt } = summary;
  const { server } = document;
  const place = { table: "entries", id, schemaVersion: rowVersion } as const;
  return {
    id,
    ownerId: personal.ownerId,
    schemaVersion: rowVersion,
    revision,
    happenedAt,
    sync,
    serverVersion: server?.state.version ?? 0,
    ...(server ? { serverStatus: server.state.status, receipt: server.receipt } : {}),
    summary: await personal.vault.seal({ ...place, part: "summary" }, summary),
  };
}

async function sealDocument(id: string, document: EntryDocument, { vault, ownerId }: PersonalStorage): Promise<DocumentRow> {
  const sealed = await vault.seal({ table: "entries", part: "document", id, schemaVersion: rowVersion }, document);
  return { id, ownerId, schemaVersion: rowVersion, document: sealed };
}

async function sealCommand(command: Command, personal: PersonalStorage): Promise<Omit<OutboxRow, "sequence">> {
  const { id, entryId, issuedAt } = command;
  const { vault, ownerId } = personal;
  const row = {
    id,
    ownerId,
    schemaVersion: rowVersion,
    entryId,
    state: "waiting" as const,
    attempts: 0,
    issuedAt,
    sealed: await vault.seal({ table: "outbox", part: "command", id, schemaVersion: rowVersion }, command),
  };
  return keepRecoverable(row, personal);
}

/** @returns ids of entries that changed since they were read; nothing of them was written */
function write(changes: readonly Prepared[], database: PhoneDatabase): PromiseLike<Set<string>> {
  const { entries, documents, outbox, drafts } = database;
  return database.transaction("rw", [entries, documents, outbox, drafts], async () => {
    const overtaken = new Set<string>();
    const current = await entries.bulkGet(changes.map(({ id }) => id));
    const stored = await outbox.bulkGet(changes.map(({ added }) => added?.id ?? ""));
    const last = await outbox.orderBy("sequence").last();
    let sequence = last?.sequence ?? 0;
    const open = changes.filter(({ id, readRevision }, index) => {
      // A write that was repeated on a new connection may have arrived the first time.
      if (stored[index]) return false;
      if ((current[index]?.revision ?? 0) === readRevision) return true;
      overtaken.add(id);
      return false;
    });
    const removed = open.filter(({ row }) => !row).map(({ id }) => id);
    let written = (await entries.orderBy("written").last())?.written ?? 0;
    await entries.bulkPut(open.flatMap(({ row }) => (row ? { ...row, written: (written += 1) } : [])));
    await documents.bulkPut(open.flatMap(({ document }) => document ?? []));
    await outbox.bulkPut(open.flatMap(({ rows, added }) => [...rows, ...(added ? [{ ...added, sequence: (sequence += 1) }] : [])]));
    await outbox.bulkDelete(open.flatMap(({ forget = [] }) => forget));
    await drafts.bulkDelete(open.flatMap(({ draftId }) => draftId ?? []));
    const forgotten = open.filter(({ row, forgetDrafts }) => !row || forgetDrafts).map(({ id }) => id);
    if (forgotten.length > 0) await drafts.filter(({ key }) => forgotten.some((id) => key.includes(id))).delete();
    if (removed.length > 0) {
      await entries.bulkDelete(removed);
      await documents.bulkDelete(removed);
      await outbox.where("entryId").anyOf(removed).delete();
    }
    return overtaken;
  });
}
