import { Command } from "../../domain/command/command";
import { ok, type Result } from "../../domain/result";
import type { Briefing } from "../../protocol/briefing";
import type { TransportProblem } from "../../protocol/client";
import type { Verdict } from "../../protocol/commands";
import type { RecoveredCommandsResponse } from "../../protocol/recovered-commands";
import { protocolVersion } from "../../protocol/version";
import { rowVersion, type OutboxRow } from "../database/phone-database";
import { changeEntries, type EntryChange, type KnownEntry } from "../entries/change-entries";
import type { EntryDocument } from "../entries/entry-document";
import type { PersonalStorage } from "../entries/personal-storage";
import { applyVerdicts, type Answer } from "../outbox/apply-verdicts";
import type { SyncSession } from "../sync/session";
import type { Sealed } from "../vault/vault";
import { authorsViewAfter } from "./authors-view";
import { readLost } from "./read-lost";
import { sealedRowsOf } from "./sealed-rows";

const firstBatch = 40;

/**
 * What a forgotten PIN left behind goes up as only the server can open it, is executed there, and comes back with a
 * verdict for each command: then it is an ordinary row of the person's again, sealed with the new key, received or to be
 * looked at. A row leaves the old key only together with that. May break off anywhere; the rest goes next time.
 * Asks for the feed first: a change is put on what the server holds.
 * @returns how many rows were asked about
 */
export async function recoverLost(session: SyncSession, briefing: Briefing): Promise<Result<number, TransportProblem>> {
  const rows = await readOpenable(session.personal);
  let size = firstBatch;
  for (let start = 0; start < rows.length; ) {
    const batch = rows.slice(start, start + size);
    const answer = await send(batch, session);
    if (!answer.ok && answer.error.problem === "tooLarge" && size > 1) {
      size = Math.ceil(size / 2);
      continue;
    }
    if (!answer.ok) return answer;
    await takeBack(batch, answer.value, briefing, session);
    start += batch.length;
  }
  return ok(rows.length);
}

export async function countLost(personal: PersonalStorage): Promise<number> {
  return (await readOpenable(personal)).length;
}

/** Without a seal only the former PIN opens a row: it stays, with its key. */
async function readOpenable({ storage, ownerId }: PersonalStorage): Promise<OutboxRow[]> {
  return (await storage.use((database) => readLost(database, ownerId))).filter(({ recovery }) => recovery);
}

async function send(rows: readonly OutboxRow[], session: SyncSession): Promise<Result<RecoveredCommandsResponse, TransportProblem>> {
  const device = await session.manifest();
  session.step();
  const sentAt = session.now();
  const answer = await session.client.sendRecovered({ protocol: protocolVersion, device, rows: sealedRowsOf(rows) });
  session.step();
  if (answer.ok) await session.contact(answer.value.serverTime, sentAt);
  return answer;
}

type Back = { readonly command: Command; readonly sealed: Sealed };

async function takeBack(rows: readonly OutboxRow[], response: RecoveredCommandsResponse, briefing: Briefing, session: SyncSession): Promise<void> {
  const { personal } = session;
  const verdicts = new Map(response.verdicts.map((verdict) => [verdict.commandId, verdict]));
  const back = await sealAnew(response, session);
  const answer: Answer = { sent: new Map([...back].map(([id, { command }]) => [id, command])), verdicts, serverTime: response.serverTime };
  const settled = rows.filter(({ id }) => hasVerdict(verdicts.get(id)));
  const gone = settled.filter(({ id }) => !back.has(id) && isKeptThere(verdicts.get(id))).map(({ id }) => id);
  await changeEntries(
    settled.map(({ entryId }) => entryId),
    (entryId, known) => {
      const lost = settled.filter((row) => row.entryId === entryId && back.has(row.id) && !known.commands.some(({ id }) => id === row.id));
      return restore(lost, known, back, answer, briefing, personal.ownerId);
    },
    personal,
  );
  // What the server can't open either is kept there as it came: nothing here could ever open it.
  if (gone.length > 0) await personal.storage.use((database) => database.outbox.bulkDelete(gone));
  await forgetKeys(rows, session);
}

function hasVerdict(verdict: Verdict | undefined): boolean {
  return verdict?.verdict === "accepted" || verdict?.verdict === "refused";
}

function isKeptThere(verdict: Verdict | undefined): boolean {
  return verdict?.verdict === "accepted" || (verdict?.verdict === "refused" && verdict.code === "sealUnreadable");
}

async function sealAnew({ opened }: RecoveredCommandsResponse, { personal }: SyncSession): Promise<Map<string, Back>> {
  const readable = opened.flatMap(({ commandId, command }) => {
    const parsed = Command.safeParse(command);
    return parsed.success && parsed.data.id === commandId ? [parsed.data] : [];
  });
  const place = (id: string) => ({ table: "outbox", part: "command", id, schemaVersion: rowVersion }) as const;
  const sealed = await Promise.all(readable.map((command) => personal.vault.seal(place(command.id), command)));
  return new Map(readable.map((command, index) => [command.id, { command, sealed: sealed[index]! }]));
}

/** All rows of an entry together, or none: a change can't stand without what it changes. */
function restore(
  lost: readonly OutboxRow[],
  { document, commands }: KnownEntry,
  back: ReadonlyMap<string, Back>,
  answer: Answer,
  briefing: Briefing,
  ownerId: string,
): EntryChange | undefined {
  if (lost.length === 0) return undefined;
  let view = document;
  const [known, open]: [OutboxRow[], OutboxRow[]] = [[], []];
  for (const { refusal: _refusal, ...row } of lost) {
    const { command, sealed } = back.get(row.id)!;
    const own: OutboxRow = { ...row, ownerId, schemaVersion: rowVersion, state: "waiting", sealed };
    const version = versionAfter(answer.verdicts.get(row.id));
    if (view?.server && version !== undefined && version <= view.server.state.version) {
      known.push({ ...own, state: "delivered", deliveredAt: answer.serverTime });
      view = withOwnContent(view, command, version);
    } else {
      open.push(own);
      view = authorsViewAfter(view, command, briefing);
    }
    if (!view) return undefined;
  }
  const change = applyVerdicts({ document: view!, commands: [...commands, ...open].sort((a, b) => a.sequence - b.sequence) }, answer);
  const { rows = [], forget = [], document: after }: Decided = { document: view!, ...change };
  // Nothing of a citizen who took the consent back is kept.
  return after.erased ? { document: after, rows, forget: [...forget, ...known.map(({ id }) => id)] } : { document: after, rows: [...known, ...rows], forget };
}

type Decided = Extract<EntryChange, { document: EntryDocument }>;

function versionAfter(verdict: Verdict | undefined): number | undefined {
  return verdict?.verdict === "accepted" ? verdict.version : undefined;
}

/** The feed has told of it already; the content it tells only while its author may still act. */
function withOwnContent(view: EntryDocument, command: Command, version: number): EntryDocument {
  const isMissing = !view.content && !view.erased && view.server?.state.version === version;
  return isMissing && "content" in command ? { ...view, content: command.content } : view;
}

/** A key that opens nothing any more. */
function forgetKeys(rows: readonly OutboxRow[], { personal }: SyncSession): Promise<void> {
  const owners = [...new Set(rows.map(({ ownerId }) => ownerId))];
  return personal.storage.use((database) =>
    database.transaction("rw", database.outbox, database.keys, async () => {
      for (const owner of owners) {
        const left = await database.outbox.where("[ownerId+state+sequence]").between([owner], [owner, []]).count();
        if (left === 0) await database.keys.delete(owner);
      }
    }),
  );
}
