import { checkEntry, happenedOnOf } from "../entry/check-entry";
import type { EntryState, OutcomeState, Review } from "../entry/entry";
import type { EntryContent } from "../entry/entry-content";
import { outcomeStatesOf, type DigestKey } from "../entry/outcome-states";
import type { Actor } from "../people/actor";
import type { Refusal, RefusalCode } from "../refusal";
import type { IndicatorVersion, SchemeRules } from "../report/indicator";
import { err, ok, type Result } from "../result";
import { nextStatus, undoGraceSeconds, type EntryAction, type EntryStatus } from "../review/lifecycle";
import { can, canRecordFor, canSee } from "../review/permission";
import type { Quarantine, QuarantineReason, QuarantineRequest } from "../review/quarantine";
import { localDateOf, type LocalDate } from "../time/local-date";
import type { AmendEntry, AnswerReview, Command, RecordEntry, ReviewEntry } from "./command";

export type CommandContext = {
  readonly actor: Actor;
  /** Clock of whoever decides: the phone shows a result, the server makes it true. ISO instant. */
  readonly now: string;
  /** Ids from the province down to the entry's unit. */
  readonly unitPath: readonly string[];
  /** Who carries on what a unit on that path was: they decide what it left open. */
  readonly heirIds?: readonly string[];
  readonly digestKey: DigestKey;
  readonly indicatorVersions: readonly IndicatorVersion[];
  readonly schemeRules: SchemeRules;
  /**
   * The phone that brought this may no longer speak for its person. Then nothing is decided: whatever the entry was, it
   * waits in quarantine with the content that arrived.
   */
  readonly unattended?: Exclude<QuarantineReason, "notOfTeam">;
};

export type Applied = {
  readonly state: EntryState;
  /** The content to keep from now on, when the command brought one. */
  readonly content?: EntryContent;
  /** The review to keep in the history, when the command was one. */
  readonly review?: Review;
  /** Why the entry waits in quarantine, when this command put it there. */
  readonly quarantine?: Quarantine;
  /** What is personal is to be destroyed. */
  readonly erase?: true;
};

/**
 * What a command does, decided without touching anything: the phone calls it to show the result at once,
 * the server to make it true.
 * @param state the entry as it is, undefined when there is none with this id
 * @returns the entry as it is afterwards, or why not. Never partly.
 */
export function applyCommand(
  state: EntryState | undefined,
  command: Command,
  context: CommandContext,
): Result<Applied, Refusal> {
  if (command.type === "recordEntry") {
    return state ? refuse("alreadyRecorded") : record(command, context);
  }
  const day = localDateOf(context.now);
  const supervised = state && { ...state, unitPath: [...context.unitPath, ...(context.heirIds ?? [])] };
  if (!state || !supervised || !canSee(context.actor, supervised, day)) return refuse("unknownOrForbidden");
  const action = actionOf(command);
  if (!can(context.actor, action, supervised, day)) {
    return refuse(isOwnReview(state, command, context.actor) ? "ownEntry" : "unknownOrForbidden");
  }
  if ("expectedVersion" in command && state.version !== command.expectedVersion) return refuse("versionConflict");
  const status = nextStatus(state.status, action);
  if (!status) return refuse("notAllowedInThisState");
  if (context.unattended) return hold(state, command, context.unattended, context);
  if (command.type === "amendEntry") return amend(state, status, command, context);
  if (command.type === "withdrawEntry") return ok({ state: { ...state, status, version: state.version + 1 } });
  if (command.type === "withdrawConsent") return ok({ state: erased({ ...state, status, version: state.version + 1 }), erase: true });
  if (command.type === "answerReview") return answer(state, status, command, context);
  return review(state, status, command, context);
}

function actionOf(command: Exclude<Command, RecordEntry>): EntryAction {
  return command.type === "reviewEntry" ? command.action : actions[command.type];
}

const actions = {
  amendEntry: "amend",
  withdrawEntry: "withdraw",
  answerReview: "answer",
  withdrawConsent: "withdrawConsent",
} as const satisfies Record<Exclude<Command["type"], "recordEntry" | "reviewEntry">, EntryAction>;

function isOwnReview(state: EntryState, command: Command, actor: Actor): boolean {
  return command.type === "reviewEntry" && state.authorId === actor.userId;
}

/** Who may not record for the unit is never turned away: the entry waits in quarantine for the leader. */
function record(command: RecordEntry, context: CommandContext): Result<Applied, Refusal> {
  const { content } = command;
  const [problem] = checkEntry(content);
  if (problem) return err(problem);
  const reason = whyQuarantined(context, localDateOf(content.happenedAt));
  return ok({
    content,
    ...(reason ? { quarantine: { reason } } : {}),
    state: {
      id: command.entryId,
      kind: content.kind,
      unitId: command.unitId,
      authorId: context.actor.userId,
      status: reason ? "quarantined" : "submitted",
      version: 1,
      ...contentStateOf(content, [], context),
    },
  });
}

function whyQuarantined({ actor, unattended, unitPath }: CommandContext, day: LocalDate): QuarantineReason | undefined {
  if (unattended) return unattended;
  if (canRecordFor(actor, unitPath, day)) return undefined;
  return actor.active ? "notOfTeam" : "deactivated";
}

/** Whoever holds such a phone may look and change, but takes nothing away: a withdrawal becomes a question to the leader. */
function hold(state: EntryState, command: Exclude<Command, RecordEntry>, reason: QuarantineReason, context: CommandContext): Result<Applied, Refusal> {
  if (command.type === "amendEntry") return held(amend(state, "quarantined", command, context), { reason });
  if (command.type === "answerReview") return held(answer(state, "quarantined", command, context), { reason });
  const asks = requests[command.type];
  if (!asks) return refuse("unknownOrForbidden");
  return ok({ state: { ...state, status: "quarantined", version: state.version + 1 }, quarantine: { reason, asks } });
}

const requests: Partial<Record<Command["type"], QuarantineRequest>> = { withdrawEntry: "withdraw", withdrawConsent: "withdrawConsent" };

function held(applied: Result<Applied, Refusal>, quarantine: Quarantine): Result<Applied, Refusal> {
  return applied.ok ? ok({ ...applied.value, quarantine }) : applied;
}

function amend(state: EntryState, status: EntryStatus, { content }: AmendEntry, context: CommandContext): Result<Applied, Refusal> {
  // What was recorded stays what it is: counting knows an entry by its kind.
  if (content.kind !== state.kind) return refuse("malformed", "kind");
  const [problem] = checkEntry(content);
  if (problem) return err(problem);
  return ok({
    content,
    state: {
      ...state,
      status,
      version: state.version + 1,
      ...contentStateOf(content, state.outcomes, context),
    },
  });
}

function contentStateOf(content: EntryContent, previous: readonly OutcomeState[], context: CommandContext) {
  const happenedOn = happenedOnOf(content, context.now);
  const { digestKey, indicatorVersions: versions, schemeRules: rules, unitPath } = context;
  const today = localDateOf(context.now);
  const outcomes = outcomeStatesOf(content, previous, { digestKey, versions, rules, unitPath, happenedOn, today });
  return { happenedAt: content.happenedAt, happenedOn, outcomes };
}

function review(state: EntryState, status: EntryStatus, command: ReviewEntry, context: CommandContext): Result<Applied, Refusal> {
  const { action, reason, field, note } = command;
  if ((action === "return" || action === "refuse") && !reason) return refuse("reasonMissing", "reason");
  if ((action === "reopen" || action === "overturn") && !note) return refuse("reasonMissing", "note");
  if (action === "undo" && !mayUndo(state, context)) return refuse("undoTooLate");
  const made: Review = {
    action,
    reviewerId: context.actor.userId,
    at: context.now,
    ...(reason ? { reason } : {}),
    ...(field ? { field } : {}),
    ...(note ? { note } : {}),
    ...(state.lastReview?.answered ? { answered: true } : {}),
  };
  return ok({ state: { ...state, status, version: state.version + 1, lastReview: made }, review: made });
}

/** The reason stays, so that the reviewer sees what the note answers. */
function answer(state: EntryState, status: EntryStatus, { note }: AnswerReview, { actor, now }: CommandContext): Result<Applied, Refusal> {
  if (state.lastReview?.answered) return refuse("alreadyAnswered");
  const { reason, field } = state.lastReview ?? {};
  const made: Review = {
    action: "answer",
    reviewerId: actor.userId,
    at: now,
    ...(reason ? { reason } : {}),
    ...(field ? { field } : {}),
    note,
    answered: true,
  };
  return ok({ state: { ...state, status, version: state.version + 1, lastReview: made }, review: made });
}

/** Nothing by which the citizen could be found again stays, on the phone as on the server. */
function erased(state: EntryState): EntryState {
  return { ...state, outcomes: state.outcomes.map(({ keyDigest: _keyDigest, ...outcome }) => outcome) };
}

function mayUndo({ lastReview }: EntryState, { actor, now }: CommandContext): boolean {
  if (!lastReview || lastReview.reviewerId !== actor.userId) return false;
  return Date.parse(now) - Date.parse(lastReview.at) <= undoGraceSeconds * 1000;
}

function refuse(code: RefusalCode, field?: string): Result<Applied, Refusal> {
  return err(field === undefined ? { code } : { code, field });
}
