import "server-only";
import { applyCommand, type Applied, type CommandContext } from "@/lib/domain/command/apply-command";
import type { Command } from "@/lib/domain/command/command";
import type { EntryState } from "@/lib/domain/entry/entry";
import { unitOfDay, type Relative } from "@/lib/domain/organisation/unit-of-day";
import type { Refusal } from "@/lib/domain/refusal";
import { err, type Result } from "@/lib/domain/result";
import { canRecordFor } from "@/lib/domain/review/permission";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { Verdict } from "@/lib/protocol/commands";
import { receiptOf } from "@/lib/server/crypto/receipt";
import { newId } from "@/lib/server/database/new-id";
import type { KnownCommand } from "./known-commands";
import type { Received } from "./parse-commands";
import { stateDigestOf } from "./state-digest";
import type { HeirsOfDay } from "./heirs-of-day";
import type { UnitPaths } from "./unit-paths";
import type { WorkingEntry } from "./working-entry";

export type SliceContext = Omit<CommandContext, "unitPath" | "heirIds"> & {
  readonly unitPaths: UnitPaths;
  readonly heirsOfDay: HeirsOfDay;
  readonly relatives: ReadonlyMap<string, Relative>;
  readonly clockOffsetMs: number;
  /** Commands that came back to their author from a phone that was taken back: still no word of the author's. */
  readonly returned: ReadonlySet<string>;
};

/** A line of the ledger. */
export type LogLine = {
  readonly received: Received;
  readonly verdict: Verdict;
  readonly beforeDigest?: Buffer;
  readonly afterDigest?: Buffer;
};

export type Decided = {
  readonly verdicts: Map<Received, Verdict>;
  readonly log: LogLine[];
  /** Arrived under an id that had another content. */
  readonly conflicts: Received[];
  /** Entries as they are now, those included that nothing happened to. */
  readonly entries: Map<string, WorkingEntry>;
};

/** Decides commands one after the other, in memory; each sees what those before it did. */
export function decideSlice(
  slice: readonly Received[],
  known: ReadonlyMap<string, KnownCommand>,
  loaded: ReadonlyMap<string, WorkingEntry>,
  context: SliceContext,
): Decided {
  const decided: Decided = { verdicts: new Map(), log: [], conflicts: [], entries: new Map(loaded) };
  const answered = new Map(known);
  for (const received of slice) {
    const before = answered.get(received.commandId);
    const verdict = before ? repeat(received, before, decided) : decide(received, context, decided);
    decided.verdicts.set(received, verdict);
    if (!before) answered.set(received.commandId, { digest: received.digest, verdict });
  }
  return decided;
}

/** The same command gets the same answer, however often it arrives; another content under its id is kept. */
function repeat(received: Received, known: KnownCommand, { conflicts }: Decided): Verdict {
  if (received.digest.equals(known.digest)) return known.verdict;
  conflicts.push(received);
  return refused(received, { code: "contentConflict" });
}

function decide(received: Received, context: SliceContext, decided: Decided): Verdict {
  const entry = received.entryId === undefined ? undefined : decided.entries.get(received.entryId);
  const applied = apply(received, entry, context);
  if (!applied.ok) return refuse(received, applied.error, entry, decided);
  const next = entry ? advance(entry, applied.value) : begin(received, applied.value, context);
  decided.entries.set(next.state.id, next);
  const verdict = accepted(received, next);
  const beforeDigest = entry && stateDigestOf(entry.state);
  decided.log.push({ received, verdict, ...(beforeDigest ? { beforeDigest } : {}), afterDigest: stateDigestOf(next.state) });
  return verdict;
}

function apply(received: Received, entry: WorkingEntry | undefined, context: SliceContext): Result<Applied, Refusal> {
  if (!received.command) return err(received.refusal);
  const command = forUnitOfDay(received.command, context);
  const twice = repeatedOutcome(command);
  if (twice) return err(twice);
  const unitPath = pathFor(command, entry, context);
  if (!unitPath) return err({ code: "unknownOrForbidden", field: "unitId" });
  const heirIds = entry ? context.heirsOfDay(entry.state.unitId, entry.state.happenedOn) : [];
  const unattended = context.unattended ?? (context.returned.has(received.commandId) ? "revokedPhone" : undefined);
  return applyCommand(entry?.state, command, { ...context, unitPath, heirIds, ...(unattended ? { unattended } : {}) });
}

/** The phone may not have heard yet that its unit went on in another one, or what its person belonged to before. */
function forUnitOfDay(command: Command, { actor, unitPaths, relatives }: SliceContext): Command {
  if (command.type !== "recordEntry") return command;
  const day = localDateOf(command.content.happenedAt);
  const unitId = unitOfDay(relatives, command.unitId, day, (id) => canRecordFor(actor, unitPaths(id, day) ?? [], day));
  return unitId === command.unitId ? command : { ...command, unitId };
}

/** Ids of outcomes are made by phones; inside one session each may occur once. */
function repeatedOutcome(command: Command): Refusal | undefined {
  if (!("content" in command)) return undefined;
  const ids = command.content.outcomes.map(({ id }) => id);
  const index = ids.findIndex((id, place) => ids.indexOf(id) !== place);
  return index === -1 ? undefined : { code: "malformed", field: `outcomes.${index}.id` };
}

/** Of an unknown entry there is no path: the domain answers that it is unknown. */
function pathFor(command: Command, entry: WorkingEntry | undefined, { unitPaths }: SliceContext): readonly string[] | undefined {
  if (entry) return unitPaths(entry.state.unitId, entry.state.happenedOn);
  return command.type === "recordEntry" ? unitPaths(command.unitId, localDateOf(command.content.happenedAt)) : [];
}

/**
 * A phone that lost the answer may record the same again under a new command id: that is no conflict. An
 * entry with another content is, and nothing of it may get lost.
 */
function refuse(received: Received, refusal: Refusal, entry: WorkingEntry | undefined, decided: Decided): Verdict {
  const sameAgain = refusal.code === "alreadyRecorded" && entry?.recordedBy && received.digest.equals(entry.recordedBy);
  if (refusal.code === "alreadyRecorded" && !sameAgain) decided.conflicts.push(received);
  const answer: Refusal = refusal.code === "alreadyRecorded" ? { code: "contentConflict" } : refusal;
  const verdict = sameAgain && entry ? accepted(received, entry) : refused(received, answer);
  decided.log.push({ received, verdict });
  return verdict;
}

function begin(received: Received, { state, content, quarantine }: Applied, { clockOffsetMs }: SliceContext): WorkingEntry {
  const entry: WorkingEntry = {
    state, clockOffsetMs, receipt: receiptOf(state.id), subjectId: newId(), recordedBy: received.digest, voided: new Map(),
    consents: [], reviews: [], ...(quarantine ? { quarantine } : {}),
  };
  return content ? { ...entry, content, consents: [{ version: state.version, content }] } : entry;
}

function advance(entry: WorkingEntry, { state: applied, content, review, quarantine, erase }: Applied): WorkingEntry {
  const state = content ? continueRevisions(applied, entry.voided) : applied;
  return {
    ...entry,
    state,
    voided: voidedAfter(entry, state),
    ...(content ? { content, consents: [...entry.consents, { version: state.version, content }] } : {}),
    ...(review ? { reviews: [...entry.reviews, { review, version: state.version, from: entry.state, to: state }] } : {}),
    ...(quarantine ? { quarantine } : {}),
    ...(erase ? { erased: true as const } : {}),
  };
}

/** Evidence speaks for a revision: what was found about an outcome before it was taken out must not speak again. */
function continueRevisions(state: EntryState, voided: ReadonlyMap<string, number>): EntryState {
  const outcomes = state.outcomes.map((outcome) => ({ ...outcome, revision: outcome.revision + (voided.get(outcome.id) ?? 0) }));
  return { ...state, outcomes };
}

function voidedAfter({ state: before, voided }: WorkingEntry, { outcomes }: EntryState): ReadonlyMap<string, number> {
  const present = new Set(outcomes.map(({ id }) => id));
  const revisions = [...voided, ...before.outcomes.map(({ id, revision }) => [id, revision] as const)];
  return new Map(revisions.filter(([id]) => !present.has(id)));
}

function accepted({ commandId }: Received, { state, receipt }: WorkingEntry): Verdict {
  return { commandId, verdict: "accepted", entryId: state.id, status: state.status, version: state.version, receipt };
}

export function refused({ commandId }: { readonly commandId: string }, { code, field }: Refusal): Verdict {
  return { commandId, verdict: "refused", code, ...(field === undefined ? {} : { field }) };
}
