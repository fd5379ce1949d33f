import { applyCommand } from "../../domain/command/apply-command";
import { longestNote, type AmendEntry, type AnswerReview, type RecordEntry, type WithdrawConsent, type WithdrawEntry } from "../../domain/command/command";
import { checkEntry } from "../../domain/entry/check-entry";
import type { EntryState } from "../../domain/entry/entry";
import { EntryContent } from "../../domain/entry/entry-content";
import type { Refusal } from "../../domain/refusal";
import { refusalsOf } from "../../domain/refusals-of";
import { err, ok, type Result } from "../../domain/result";
import { isDecidedAgainst } from "../../domain/review/lifecycle";
import type { Instant } from "../../domain/time/local-date";
import { cleanText } from "../../domain/text/clean-text";
import type { Briefing } from "../../protocol/briefing";
import { draftIdOf } from "../drafts/drafts";
import { storageProblemOf } from "../database/storage-problem";
import { changeEntries, type EntryChange, type KnownEntry } from "./change-entries";
import { isRefused, isWaiting, settled, withoutContent, type EntryDocument } from "./entry-document";
import { contextOf } from "./own-actor";
import type { PersonalStorage } from "./personal-storage";
import type { Saved, SaveProblem } from "./saved";

export type Saving = {
  readonly personal: PersonalStorage;
  briefing(): Briefing;
  newId(): string;
  /** The device's clock, ISO. */
  now(): string;
};

/** Records a session. Answers only when entry and command are durably on the phone, both or neither. */
export async function saveEntry(content: EntryContent, unitId: string, draftKey: string | undefined, saving: Saving): Promise<Saved> {
  const checked = check(content);
  if (!checked.ok) return checked;
  const issuedAt = saving.now() as Instant;
  const command: RecordEntry = {
    id: saving.newId(),
    type: "recordEntry",
    entryId: saving.newId(),
    issuedAt,
    unitId,
    content: checked.value,
  };
  return change(command.entryId, saving, () => record(command, undefined, issuedAt, draftKey, saving));
}

/** Changes a session; one that is still unsent gets a second command, because the first may have been sent. */
export async function amendEntry(entryId: string, content: EntryContent, draftKey: string | undefined, saving: Saving): Promise<Saved> {
  const checked = check(content);
  if (!checked.ok) return checked;
  const [id, issuedAt] = [saving.newId(), saving.now() as Instant];
  return change(entryId, saving, (known) => {
    const base = baseOf(known);
    if (!base) return err({ code: "unknownOrForbidden" });
    if (base.isUnknownToServer) {
      const again: RecordEntry = { id, type: "recordEntry", entryId, issuedAt, unitId: base.state.unitId, content: checked.value };
      return record(again, known, issuedAt, draftKey, saving);
    }
    const command: AmendEntry = { id, type: "amendEntry", entryId, issuedAt, expectedVersion: base.state.version, content: checked.value };
    return follow(command, base.state, known, draftKey, saving);
  });
}

/** Takes an entry back. One that the server refused to know disappears; it is the author's to delete. */
export async function withdraw(entryId: string, saving: Saving): Promise<Saved> {
  const [id, issuedAt] = [saving.newId(), saving.now() as Instant];
  return change(entryId, saving, (known) => {
    const base = baseOf(known);
    if (!base) return err({ code: "unknownOrForbidden" });
    if (base.isUnknownToServer) return ok({ remove: true });
    const command: WithdrawEntry = { id, type: "withdrawEntry", entryId, issuedAt, expectedVersion: base.state.version };
    return follow(command, base.state, known, undefined, saving);
  });
}

/** "Đúng rồi, nhờ đội trưởng xem": the entry goes back as it is, with one note. */
export async function answerReview(entryId: string, note: string, saving: Saving): Promise<Saved> {
  const text = cleanText(note);
  const code = text === "" ? "required" : text.length > longestNote ? "tooLong" : undefined;
  if (code) return err({ problem: "refused", refusals: [{ code, field: "note" }] });
  const [id, issuedAt] = [saving.newId(), saving.now() as Instant];
  return change(entryId, saving, (known) => {
    const base = baseOf(known);
    if (!base || base.isUnknownToServer) return err({ code: "notAllowedInThisState" });
    // The feed tells of an answer, also one given on another phone, only beside the state.
    if (known.document?.server?.review?.answered) return err({ code: "alreadyAnswered" });
    const command: AnswerReview = { id, type: "answerReview", entryId, issuedAt, expectedVersion: base.state.version, note: text };
    return follow(command, base.state, known, undefined, saving);
  });
}

/**
 * The citizen takes the consent back: nothing of the entry is shown any more, what was half changed goes too, and
 * nothing is kept once it is sent.
 */
export async function withdrawConsent(entryId: string, saving: Saving): Promise<Saved> {
  const [id, issuedAt] = [saving.newId(), saving.now() as Instant];
  return change(entryId, saving, (known) => {
    const base = baseOf(known);
    if (!base) return err({ code: "unknownOrForbidden" });
    if (base.isUnknownToServer) return ok({ remove: true });
    const command: WithdrawConsent = { id, type: "withdrawConsent", entryId, issuedAt };
    return follow(command, base.state, known, undefined, saving);
  });
}

/** The recorded code is right whatever the register holds: the question is settled for this revision, nothing is sent. */
export async function keepCode(entryId: string, outcomeId: string, saving: Saving): Promise<Saved> {
  return change(entryId, saving, ({ document }) => {
    const outcome = document?.state.outcomes.find(({ id }) => id === outcomeId);
    if (!document || !outcome) return err({ code: "unknownOrForbidden" });
    return ok({ document: { ...document, codesKept: { ...document.codesKept, [outcomeId]: outcome.revision } } });
  });
}

/** Its author has read what was decided against it: settled for this decision, nothing is sent. */
export async function noticeDecision(entryId: string, saving: Saving): Promise<Saved> {
  return change(entryId, saving, ({ document }) => {
    if (!document?.server || !isDecidedAgainst(document.server.state.status)) return err({ code: "notAllowedInThisState" });
    return ok({ document: { ...document, decisionSeen: document.server.state.version } });
  });
}

/**
 * Gives up what was refused, and what waited behind it, in favour of what the server holds. Where its content
 * is not known here, none is shown: the one that was given up must not pass for received.
 */
export async function keepServerVersion(entryId: string, saving: Saving): Promise<Saved> {
  return change(entryId, saving, ({ document, commands }) => {
    if (!document?.server || !commands.some(isRefused)) return err({ code: "notAllowedInThisState" });
    const { content: _givenUp, ...kept } = document;
    return ok({ document: settled(kept), rows: replaced(commands) });
  });
}

function check(content: EntryContent): Result<EntryContent, SaveProblem> {
  const parsed = EntryContent.safeParse(content);
  const refusals = parsed.success ? checkEntry(parsed.data) : refusalsOf(parsed.error, content);
  return parsed.success && refusals.length === 0 ? ok(parsed.data) : err({ problem: "refused", refusals });
}

async function change(
  entryId: string,
  { personal }: Saving,
  decide: (known: KnownEntry) => Result<EntryChange, Refusal>,
): Promise<Saved> {
  let refusal: Refusal | undefined;
  try {
    await changeEntries([entryId], (_, known) => {
      const decided = decide(known);
      refusal = decided.ok ? undefined : decided.error;
      return decided.ok ? decided.value : undefined;
    }, personal);
  } catch (cause) {
    return err(storageProblemOf(cause));
  }
  return refusal ? err({ problem: "refused", refusals: [refusal] }) : ok({ entryId });
}

/** What a new command builds on: after a refusal, the server's state; otherwise everything saved so far. */
function baseOf({ document, commands }: KnownEntry): { state: EntryState; isUnknownToServer: boolean } | undefined {
  if (!document) return undefined;
  if (!commands.some(isRefused)) return { state: document.state, isUnknownToServer: false };
  return document.server
    ? { state: document.server.state, isUnknownToServer: false }
    : { state: document.state, isUnknownToServer: true };
}

function record(
  command: RecordEntry,
  known: KnownEntry | undefined,
  savedAt: string,
  draftKey: string | undefined,
  saving: Saving,
): Result<EntryChange, Refusal> {
  const applied = applyCommand(undefined, command, contextOf(saving.briefing(), command.unitId, saving.now()));
  if (!applied.ok) return applied;
  const document: EntryDocument = {
    state: applied.value.state,
    content: command.content,
    savedAt: known?.document?.savedAt ?? savedAt,
  };
  return ok({ document, command, rows: replaced(known?.commands ?? []), ...draftOf(draftKey, saving) });
}

function follow(
  command: AmendEntry | WithdrawEntry | AnswerReview | WithdrawConsent,
  state: EntryState,
  { document, commands }: KnownEntry,
  draftKey: string | undefined,
  saving: Saving,
): Result<EntryChange, Refusal> {
  const applied = applyCommand(state, command, contextOf(saving.briefing(), state.unitId, saving.now()));
  if (!applied.ok) return applied;
  const isFirstUnsent = !commands.some((row) => isWaiting(row) || isRefused(row));
  const { state: next, content, erase } = applied.value;
  const shown = {
    ...document,
    ...(document?.server ? { server: isFirstUnsent ? withContent(document.server, document.content) : document.server } : {}),
    state: next,
    ...(content ? { content } : {}),
  };
  return ok({
    document: erase ? withoutContent(shown) : shown,
    ...(erase ? { forgetDrafts: true } : {}),
    command,
    rows: commands.some(isRefused) ? replaced(commands) : [],
    ...draftOf(draftKey, saving),
  });
}

/** A refused command and what waited behind it: the new one speaks for all of them. */
function replaced(commands: KnownEntry["commands"]) {
  return commands.filter((row) => isRefused(row) || isWaiting(row)).map((row) => ({ ...row, state: "replaced" as const }));
}

function withContent(server: NonNullable<EntryDocument["server"]>, content: EntryDocument["content"]) {
  return content && !server.content ? { ...server, content } : server;
}

function draftOf(draftKey: string | undefined, { personal }: Saving) {
  return draftKey === undefined ? {} : { draftId: draftIdOf(personal.ownerId, draftKey) };
}
