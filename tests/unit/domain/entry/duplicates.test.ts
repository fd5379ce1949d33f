import { describe, expect, it } from "vitest";
import { duplicateKeyOfDossier, duplicateKeysOf, findDuplicates } from "@/lib/domain/entry/duplicates";
import type { HelpSession } from "@/lib/domain/entry/help-session";
import { makeDossier, makeHelpSession, makeOrganisation, makeOutcome, makePerson } from "@/tests/factories/help-session";

const lan = { name: "Trần Thị Lan", personalNumber: "052188001234" };

/** Whether the second would be shown the first before it is saved. */
function meets(first: HelpSession, second: HelpSession): boolean {
  return findDuplicates(duplicateKeysOf(second), [{ id: "first", status: "submitted", keys: duplicateKeysOf(first) }]).length > 0;
}

describe("two sessions on one phone", () => {
  it("are possibly the same for the same person and outcome, whatever the name and day", () => {
    const first = makeHelpSession({ subject: makePerson(lan), outcomes: [makeOutcome("vneidActivated")] });
    const later = makeHelpSession({ subject: makePerson({ ...lan, name: "Trần Thị Lan Anh" }), happenedAt: "2026-09-01T02:00:00.000Z", outcomes: [makeOutcome("guidanceGiven"), makeOutcome("vneidActivated")] });
    expect(meets(first, later)).toBe(true);
  });

  it("are not for another outcome or another person", () => {
    const first = makeHelpSession({ subject: makePerson(lan), outcomes: [makeOutcome("vneidActivated")] });
    expect(meets(first, makeHelpSession({ subject: makePerson(lan), outcomes: [makeOutcome("accountLinked")] }))).toBe(false);
    expect(meets(first, makeHelpSession({ outcomes: [makeOutcome("vneidActivated")] }))).toBe(false);
  });

  it("are for the same dossier, whoever brought it, also an organisation", () => {
    const first = makeHelpSession({ subject: makePerson(lan), outcomes: [makeDossier()] });
    const organisation = makeHelpSession({ subject: makeOrganisation(), consent: undefined, outcomes: [makeDossier({ dossierCode: " h08.21 - 260807 - 0041" })] });
    expect(meets(first, organisation)).toBe(true);
    expect(meets(first, makeHelpSession({ subject: makePerson(lan), outcomes: [makeDossier({ dossierCode: "H08.21-260807-0042" })] }))).toBe(false);
    expect(duplicateKeysOf(first)).toEqual([duplicateKeyOfDossier("H08.21-260807-0041")]);
  });

  it("are for guidance and dossiers without a code only on one day and about one service", () => {
    const paper = (changes: object) => makeHelpSession({ subject: { ...makeOrganisation(), taxCode: "4100259564" } as never, consent: undefined, outcomes: [makeDossier({ channel: "paper", dossierCode: undefined })], ...changes });
    expect(meets(paper({}), paper({}))).toBe(true);
    expect(meets(paper({}), paper({ happenedAt: "2026-08-08T02:46:00.000Z" }))).toBe(false);
    expect(meets(paper({}), paper({ outcomes: [makeDossier({ channel: "paper", dossierCode: undefined, service: "khai-tu" })] }))).toBe(false);
  });

  it("are for people known by their phone only, as on the hotline", () => {
    const call = (phone: string) => makeHelpSession({
      subject: makePerson({ personalNumber: undefined, birth: undefined, sex: undefined, scanned: [], phone }), outcomes: [makeOutcome("guidanceGiven")],
      consent: { noticeVersion: 1, purposes: ["record", "contact"], method: "readAloud", givenAt: "2026-08-07T02:45:00.000Z" },
    });
    expect(meets(call("0905 123 456"), call("0905123456"))).toBe(true);
    expect(meets(call("0905123456"), call("0905123457"))).toBe(false);
  });
});

describe("the entries shown", () => {
  const keys = ["vneidActivated 052188001234"];

  it("are all that match, in their order, without the entry itself and what was withdrawn", () => {
    const entries = [
      { id: "new", status: "submitted", keys },
      { id: "own", status: "returned", keys },
      { id: "gone", status: "withdrawn", keys },
      { id: "refused", status: "refused", keys },
      { id: "older app", status: "submitted" },
    ] as const;
    expect(findDuplicates(keys, entries, "own").map(({ id }) => id)).toEqual(["new", "refused"]);
  });

  it("are none for what nobody can tell apart", () => {
    expect(findDuplicates([], [{ id: "a", status: "submitted", keys: [] }])).toEqual([]);
  });
});
