import { describe, expect, it } from "vitest";
import { applyCommand } from "@/lib/domain/command/apply-command";
import { Command } from "@/lib/domain/command/command";
import type { EntryState } from "@/lib/domain/entry/entry";
import type { HelpSession } from "@/lib/domain/entry/help-session";
import type { ReviewAction } from "@/lib/domain/review/lifecycle";
import { districtUnit, makeActor, makeContext, otherTeamUnit, provinceUnit, teamUnit } from "@/tests/factories/command-context";
import { makeDossier, makeHelpSession, makeId, makePerson } from "@/tests/factories/help-session";
import { makeArticle } from "@/tests/factories/outreach";

const volunteer = makeActor("volunteer");
const leader = makeActor("leader");
const officer = makeActor("officer", districtUnit);
const issuedAt = "2026-08-07T02:50:00.000Z";

function recorded(content: HelpSession = makeHelpSession(), author = volunteer): EntryState {
  const result = applyCommand(undefined, recordCommand(content), makeContext(author));
  if (!result.ok) throw new Error(`not recorded: ${result.error.code}`);
  return result.value.state;
}

function recordCommand(content: HelpSession): Command {
  return Command.parse({ id: makeId(), type: "recordEntry", entryId: makeId(), unitId: teamUnit, issuedAt, content });
}

function reviewCommand(state: EntryState, action: ReviewAction, details: object = {}): Command {
  return Command.parse({
    id: makeId(), type: "reviewEntry", entryId: state.id, expectedVersion: state.version, issuedAt, action, ...details,
  });
}

function amendCommand(state: EntryState, content: HelpSession): Command {
  return Command.parse({ id: makeId(), type: "amendEntry", entryId: state.id, expectedVersion: state.version, issuedAt, content });
}

function withdrawCommand(state: EntryState): Command {
  return Command.parse({ id: makeId(), type: "withdrawEntry", entryId: state.id, expectedVersion: state.version, issuedAt });
}

function decide(state: EntryState, action: ReviewAction, reviewer = leader, details: object = {}, now?: string) {
  return applyCommand(state, reviewCommand(state, action, details), makeContext(reviewer, now ? { now } : {}));
}

function stateAfter(result: ReturnType<typeof applyCommand>): EntryState {
  if (!result.ok) throw new Error(`refused: ${result.error.code}`);
  return result.value.state;
}

const codeOf = (result: ReturnType<typeof applyCommand>) => (result.ok ? "accepted" : result.error.code);

describe("recording", () => {
  it("makes a submitted entry of version 1 that belongs to its author and unit", () => {
    const state = recorded();
    expect(state).toMatchObject({ status: "submitted", version: 1, authorId: volunteer.userId, unitId: teamUnit, happenedOn: "2026-08-07" });
    expect(state.outcomes).toMatchObject([{ kind: "accountLinked", revision: 1, indicators: ["citizen_accounts"] }]);
  });

  it("puts into quarantine, and never away, what someone records who has no role in the unit", () => {
    for (const author of [makeActor("volunteer", otherTeamUnit), makeActor("volunteer", teamUnit, { active: false }), makeActor("observer")]) {
      expect(recorded(makeHelpSession(), author).status).toBe("quarantined");
    }
  });

  it("refuses a second entry with the same id", () => {
    const state = recorded();
    expect(codeOf(applyCommand(state, recordCommand(makeHelpSession()), makeContext(volunteer)))).toBe("alreadyRecorded");
  });

  it("names the field of what is missing", () => {
    const content = makeHelpSession({ subject: makePerson({ personalNumber: undefined }) });
    const result = applyCommand(undefined, recordCommand(content), makeContext(volunteer));
    expect(result).toEqual({ ok: false, error: { code: "required", field: "subject.personalNumber" } });
  });

  it("lets a clock that runs ahead reach no further than the day of whoever decides", () => {
    expect(recorded(makeHelpSession({ happenedAt: "2027-01-01T00:00:00.000Z" })).happenedOn).toBe("2026-08-07");
  });
});

describe("amending", () => {
  it("keeps the outcome's id and raises its revision only when its key changes", () => {
    const dossier = makeDossier();
    const state = recorded(makeHelpSession({ outcomes: [dossier] }));
    const samePlace = stateAfter(applyCommand(state, amendCommand(state, makeHelpSession({ outcomes: [dossier], place: { kind: "home" } })), makeContext(volunteer)));
    expect(samePlace.outcomes[0]).toMatchObject({ id: state.outcomes[0]!.id, revision: 1 });
    const corrected = makeHelpSession({ outcomes: [{ ...dossier, dossierCode: "H08.21-260807-0042" } as never] });
    const amended = stateAfter(applyCommand(samePlace, amendCommand(samePlace, corrected), makeContext(volunteer)));
    expect(amended.outcomes[0]).toMatchObject({ id: state.outcomes[0]!.id, revision: 2 });
    expect(amended.version).toBe(3);
  });

  it("brings a returned entry back to its leader", () => {
    const returned = stateAfter(decide(recorded(), "return", leader, { reason: "identityMismatch", field: "subject.birth" }));
    expect(returned.status).toBe("returned");
    expect(stateAfter(applyCommand(returned, amendCommand(returned, makeHelpSession()), makeContext(volunteer))).status).toBe("submitted");
  });

  it("is not possible once confirmed, and not from an old version", () => {
    const confirmed = stateAfter(decide(recorded(), "confirm"));
    expect(codeOf(applyCommand(confirmed, amendCommand(confirmed, makeHelpSession()), makeContext(volunteer)))).toBe("notAllowedInThisState");
    const stale = { ...confirmed, version: 1 };
    expect(codeOf(applyCommand(confirmed, amendCommand(stale, makeHelpSession()), makeContext(volunteer)))).toBe("versionConflict");
  });

  it("leaves an entry in quarantine until a leader releases it", () => {
    const waiting = recorded(makeHelpSession(), makeActor("volunteer", otherTeamUnit, { userId: volunteer.userId }));
    const amended = stateAfter(applyCommand(waiting, amendCommand(waiting, makeHelpSession()), makeContext(volunteer)));
    expect(amended.status).toBe("quarantined");
    expect(stateAfter(decide(amended, "release")).status).toBe("submitted");
  });
});

describe("who may do what", () => {
  it("lets nobody review an own entry, whatever the roles", () => {
    expect(codeOf(decide(recorded(makeHelpSession(), leader), "confirm", leader))).toBe("ownEntry");
  });

  it("answers alike whether an entry is unknown or forbidden", () => {
    const state = recorded();
    const stranger = makeActor("leader", otherTeamUnit);
    const forbidden = decide(state, "confirm", stranger);
    const unknown = applyCommand(undefined, reviewCommand(state, "confirm"), makeContext(stranger));
    expect(forbidden).toEqual(unknown);
    expect(codeOf(forbidden)).toBe("unknownOrForbidden");
  });

  it("ends a role on its last day", () => {
    const [assignment] = leader.assignments;
    const former = { ...leader, assignments: [{ ...assignment!, validTo: "2026-08-07" as never }] };
    expect(codeOf(decide(recorded(), "confirm", former))).toBe("unknownOrForbidden");
  });

  it("keeps withdrawal for the author and review for others", () => {
    const state = recorded();
    expect(codeOf(applyCommand(state, withdrawCommand(state), makeContext(leader)))).toBe("unknownOrForbidden");
    expect(codeOf(decide(state, "confirm", volunteer))).toBe("ownEntry");
    expect(stateAfter(applyCommand(state, withdrawCommand(state), makeContext(volunteer))).status).toBe("withdrawn");
  });

  it("reserves reopening and overturning for those above, with their reason in words", () => {
    const confirmed = stateAfter(decide(recorded(), "confirm"));
    expect(codeOf(decide(confirmed, "overturn", leader, { note: "x" }))).toBe("unknownOrForbidden");
    expect(codeOf(decide(confirmed, "overturn", officer))).toBe("reasonMissing");
    expect(stateAfter(decide(confirmed, "overturn", officer, { note: "Không có thật" })).status).toBe("overturned");
    const above = makeActor("provinceVerifier", provinceUnit);
    expect(stateAfter(decide(confirmed, "reopen", above, { note: "Xem lại" })).status).toBe("reopened");
  });

  it("lets the province end an entry, and neither confirm nor send it back", () => {
    const above = makeActor("provinceVerifier", provinceUnit);
    expect(stateAfter(decide(recorded(), "refuse", above, { reason: "likelyDuplicate" })).status).toBe("refused");
    for (const action of ["confirm", "return"] as const) expect(codeOf(decide(recorded(), action, above, { reason: "likelyDuplicate" }))).toBe("unknownOrForbidden");
  });

  it("asks for a reason when something is sent back or refused", () => {
    expect(codeOf(decide(recorded(), "return"))).toBe("reasonMissing");
    expect(codeOf(decide(recorded(), "refuse"))).toBe("reasonMissing");
  });
});

describe("taking a decision back", () => {
  const confirmed = stateAfter(decide(recorded(), "confirm"));

  it("works for the reviewer within the grace time", () => {
    expect(stateAfter(decide(confirmed, "undo", leader, {}, "2026-08-07T03:01:59.000Z")).status).toBe("submitted");
  });

  it("does not work later, nor for anybody else", () => {
    expect(codeOf(decide(confirmed, "undo", leader, {}, "2026-08-07T03:02:01.000Z"))).toBe("undoTooLate");
    expect(codeOf(decide(confirmed, "undo", officer, {}, "2026-08-07T03:01:00.000Z"))).toBe("undoTooLate");
  });
});

describe("an entry's kind", () => {
  it("stays what was recorded, whatever an amendment brings", () => {
    const state = recorded();
    const command = Command.parse({ id: makeId(), type: "amendEntry", entryId: state.id, expectedVersion: 1, issuedAt, content: makeArticle() });
    expect(applyCommand(state, command, makeContext(volunteer))).toEqual({ ok: false, error: { code: "malformed", field: "kind" } });
  });
});
