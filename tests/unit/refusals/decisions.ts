import { applyCommand } from "@/lib/domain/command/apply-command";
import { Command } from "@/lib/domain/command/command";
import type { EntryState } from "@/lib/domain/entry/entry";
import type { Actor } from "@/lib/domain/people/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { districtUnit, makeActor, makeContext, otherTeamUnit, teamUnit } from "@/tests/factories/command-context";
import { makeAnswer, makeRecord, makeReview, makeWithdraw } from "@/tests/factories/commands";
import { makeHelpSession } from "@/tests/factories/help-session";

const author = makeActor("volunteer");
const leader = makeActor("leader");
const officer = makeActor("officer", districtUnit);
const later = "2026-08-07T04:00:00.000Z";

const apply = (state: EntryState | undefined, command: object, actor: Actor, now?: string) =>
  applyCommand(state, Command.parse(command), makeContext(actor, now ? { now } : {}));

function after(state: EntryState | undefined, command: object, actor: Actor): EntryState {
  const applied = apply(state, command, actor);
  if (!applied.ok) throw new Error(applied.error.code);
  return applied.value.state;
}

const recorded = (by = author) => after(undefined, makeRecord(teamUnit, makeHelpSession()), by);
const decided = (state: EntryState, action: "confirm" | "return", details: object = {}) => after(state, makeReview(state.id, state.version, action, details), leader);
const answered = (state: EntryState) => after(state, makeAnswer(state.id, state.version), author);
const returned = (state = recorded()) => decided(state, "return", { reason: "needsExplanation" });

function refusalOf(state: EntryState, command: object, actor: Actor, now?: string): Refusal[] {
  const applied = apply(state, command, actor, now);
  return applied.ok ? [] : [applied.error];
}

const review = (state: EntryState, action: Parameters<typeof makeReview>[2]) => makeReview(state.id, state.version, action);

/** Steps that somebody tries to take with an entry, and what the one table of steps says. */
export const decisions = {
  ofAnotherTeam: () => (({ ...state }) => refusalOf(state, review(state, "confirm"), makeActor("leader", otherTeamUnit)))(recorded()),
  ofAnOldVersion: () => ((state) => refusalOf(state, makeWithdraw(state.id, 9), author))(recorded()),
  afterConfirmation: () => ((state) => refusalOf(state, makeWithdraw(state.id, 2), author))(decided(recorded(), "confirm")),
  ofOnesOwn: () => ((state) => refusalOf(state, review(state, "confirm"), leader))(recorded(leader)),
  withoutReason: () => ((state) => refusalOf(state, review(state, "return"), leader))(recorded()),
  withoutWords: () => ((state) => refusalOf(state, review(state, "overturn"), officer))(decided(recorded(), "confirm")),
  undoneTooLate: () => ((state) => refusalOf(state, review(state, "undo"), leader, later))(decided(recorded(), "confirm")),
  answeredTwice: () => ((state) => refusalOf(state, makeAnswer(state.id, 4), author))(returned(answered(returned()))),
  recordedTwice: () => ((state) => refusalOf(state, makeRecord(teamUnit, makeHelpSession()), author))(recorded()),
} as const satisfies Record<string, () => readonly Refusal[]>;
