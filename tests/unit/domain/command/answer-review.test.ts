import { describe, expect, it } from "vitest";
import { applyCommand } from "@/lib/domain/command/apply-command";
import { Command } from "@/lib/domain/command/command";
import type { EntryState } from "@/lib/domain/entry/entry";
import { makeActor, makeContext, otherTeamUnit, teamUnit } from "@/tests/factories/command-context";
import { makeAnswer, makeRecord, makeReview, makeWithdraw } from "@/tests/factories/commands";
import { makeHelpSession } from "@/tests/factories/help-session";

const author = makeActor("volunteer");
const leader = makeActor("leader");

function apply(state: EntryState | undefined, command: object, actor = author) {
  return applyCommand(state, Command.parse(command), makeContext(actor));
}

function after(result: ReturnType<typeof apply>): EntryState {
  if (!result.ok) throw new Error(`refused: ${result.error.code}`);
  return result.value.state;
}

const recorded = () => after(apply(undefined, makeRecord(teamUnit, makeHelpSession())));
const sendBack = (state: EntryState) => after(apply(state, makeReview(state.id, state.version, "return", { reason: "wrongDossierCode", field: "outcomes.0.dossierCode" }), leader));
const codeOf = (result: ReturnType<typeof apply>) => (result.ok ? "accepted" : result.error.code);

describe("the author's note back", () => {
  it("gives the entry to the leader again as it is, with the reason it answers", () => {
    const returned = sendBack(recorded());
    const result = apply(returned, makeAnswer(returned.id, 2, "  Đúng rồi ạ "));
    expect(result).toMatchObject({
      value: {
        state: { status: "submitted", version: 3, outcomes: returned.outcomes },
        review: { action: "answer", reviewerId: author.userId, reason: "wrongDossierCode", field: "outcomes.0.dossierCode", note: "Đúng rồi ạ", answered: true },
      },
    });
  });

  it("is one for each entry, however often it comes back", () => {
    const returned = sendBack(recorded());
    const again = sendBack(after(apply(returned, makeAnswer(returned.id, 2))));
    expect(again.lastReview).toMatchObject({ action: "return", answered: true });
    expect(codeOf(apply(again, makeAnswer(again.id, 4)))).toBe("alreadyAnswered");
    expect(after(apply(again, makeWithdraw(again.id, 4))).status).toBe("withdrawn");
  });

  it("is the author's alone", () => {
    const returned = sendBack(recorded());
    expect(codeOf(apply(returned, makeAnswer(returned.id, 2), leader))).toBe("unknownOrForbidden");
    expect(codeOf(apply(returned, makeAnswer(returned.id, 2), makeActor("leader", otherTeamUnit)))).toBe("unknownOrForbidden");
  });

  it("answers what the author has read, and only what came back", () => {
    const state = recorded();
    expect(codeOf(apply(state, makeAnswer(state.id, 1)))).toBe("notAllowedInThisState");
    expect(codeOf(apply(sendBack(state), makeAnswer(state.id, 1)))).toBe("versionConflict");
  });

  it("can't be taken back by the reviewer as if it were a decision", () => {
    const returned = sendBack(recorded());
    const answered = after(apply(returned, makeAnswer(returned.id, 2)));
    expect(codeOf(apply(answered, makeReview(answered.id, 3, "undo"), leader))).toBe("notAllowedInThisState");
  });

  it.each([["nothing", " "], ["a letter", "x".repeat(501)]])("is a note, not %s", (_, note) => {
    expect(Command.safeParse(makeAnswer(recorded().id, 2, note)).success).toBe(false);
  });
});
