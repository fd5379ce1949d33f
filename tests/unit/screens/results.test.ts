import { describe, expect, it } from "vitest";
import { countResults } from "@/components/results/count-results";
import { goalsFor } from "@/components/results/goals";
import { LocalDate } from "@/lib/domain/time/local-date";
import { periodAround } from "@/lib/domain/time/period";
import type { EntrySummary } from "@/lib/phone/entries/entry-on-phone";
import { makeId } from "@/tests/factories/help-session";

const november = periodAround("month", LocalDate.parse("2026-11-22"));

function makeSummary(changes: Partial<Omit<EntrySummary, "happenedOn">> & { happenedOn?: string } = {}): EntrySummary {
  return {
    id: makeId(), kind: "helpSession", happenedAt: "2026-11-20T02:00:00.000Z", title: "", searchText: "",
    outcomeKinds: ["dossierSubmitted"], counts: { online_dossiers: 1 }, sync: "received", status: "submitted", ...changes,
    happenedOn: LocalDate.parse(changes.happenedOn ?? "2026-11-20"),
  };
}

const count = (...entries: EntrySummary[]) => countResults(entries, november);

describe("own results", () => {
  it("count outcomes, not entries, and what is confirmed besides", () => {
    const results = count(
      makeSummary({ outcomeKinds: ["dossierSubmitted", "vneidActivated"], counts: { online_dossiers: 1, vneid_accounts: 1 }, status: "confirmed" }),
      makeSummary(),
    );
    expect(results).toMatchObject({ recorded: 3, confirmed: 2, waiting: 1 });
    expect(results.byOutcome).toEqual([
      { outcome: "dossierSubmitted", recorded: 2, confirmed: 1, matched: 0 },
      { outcome: "vneidActivated", recorded: 1, confirmed: 1, matched: 0 },
    ]);
    expect(results.byIndicator).toEqual({
      online_dossiers: { recorded: 2, confirmed: 1, matched: 0 }, vneid_accounts: { recorded: 1, confirmed: 1, matched: 0 },
    });
  });

  it("belong to the local day on which they happened, first and last day included", () => {
    const on = (happenedOn: string) => makeSummary({ happenedOn });
    expect(count(on("2026-10-31"), on("2026-11-01"), on("2026-11-30"), on("2026-12-01")).recorded).toBe(2);
  });

  it("leave out what was withdrawn, refused or overturned, and name what was not approved", () => {
    const results = count(makeSummary({ status: "withdrawn" }), makeSummary({ status: "refused" }), makeSummary({ status: "overturned" }));
    expect(results).toMatchObject({ recorded: 0, confirmed: 0, waiting: 0, returned: 0, refused: 2 });
  });

  it("say apart what came back, and keep it among the recorded as the desk does", () => {
    const review = { action: "return", at: "2026-11-21T02:00:00.000Z", reviewerName: "Trần Lan" } as never;
    const results = count(makeSummary({ status: "returned", sync: "attention", attention: { kind: "returned", review } }));
    expect(results).toMatchObject({ recorded: 1, returned: 1, waiting: 0 });
  });

  it("name what was decided against once, also before its author has read it", () => {
    const attention = { kind: "decidedAgainst", status: "refused", review: { action: "refuse", at: "2026-11-21T02:00:00.000Z", reviewerName: "Trần Lan" } as never } as const;
    expect(count(makeSummary({ status: "refused", sync: "attention", attention }))).toMatchObject({ recorded: 0, returned: 0, refused: 1 });
  });

  it("don't count what the server refused, nor what is held for the leader", () => {
    const refused = makeSummary({ sync: "attention", attention: { kind: "refused", refusal: { code: "tooLarge" } } });
    expect(count(refused)).toMatchObject({ recorded: 0, returned: 1, waiting: 0 });
    expect(count(makeSummary({ status: "quarantined" }))).toMatchObject({ recorded: 0, waiting: 1 });
  });

  it("count an event as one result, and its people one by one for the indicator", () => {
    const results = count(makeSummary({ kind: "outreachEvent", outcomeKinds: ["eventHeld"], counts: { informed_members: 19 } }));
    expect(results).toMatchObject({ recorded: 1, byIndicator: { informed_members: { recorded: 19, confirmed: 0, matched: 0 } } });
  });

  it("say how much counts with its evidence, each outcome of a kind for itself, and what the rest waits for", () => {
    const results = count(
      makeSummary({
        status: "confirmed", outcomeKinds: ["dossierSubmitted", "dossierSubmitted", "vneidActivated"], counts: { online_dossiers: 2, vneid_accounts: 1 },
        evidence: [
          { outcome: "dossierSubmitted", standing: "notFound" },
          { outcome: "dossierSubmitted", standing: "matched", matched: ["online_dossiers"] },
          { outcome: "vneidActivated", standing: "awaitingPolice" },
        ],
      }),
      makeSummary({ evidence: [{ outcome: "dossierSubmitted", standing: "notFound" }] }),
    );
    expect(results).toMatchObject({ recorded: 4, confirmed: 3, matched: 1 });
    expect(results.byIndicator).toMatchObject({ online_dossiers: { recorded: 3, confirmed: 2, matched: 1 }, vneid_accounts: { matched: 0 } });
    expect(results.missing).toEqual([{ standing: "awaitingPolice", count: 1 }, { standing: "notFound", count: 1 }]);
  });

  it("count the people of an event that an officer checked one by one", () => {
    const evidence = [{ outcome: "eventHeld" as const, standing: "checkedByOfficer" as const, matched: ["informed_members" as const], quantity: 19 }];
    const results = count(makeSummary({ kind: "outreachEvent", status: "confirmed", outcomeKinds: ["eventHeld"], counts: { informed_members: 19 }, evidence }));
    expect(results).toMatchObject({ matched: 1, byIndicator: { informed_members: { confirmed: 19, matched: 19 } } });
  });

  it("count presence on a shift and closed doors by kind only", () => {
    const results = count(makeSummary({ kind: "shiftAttendance", outcomeKinds: ["shiftAttended"], counts: {} }), makeSummary({ kind: "householdVisit", outcomeKinds: [] }));
    expect(results).toMatchObject({ recorded: 0, byOutcome: [], waiting: 2 });
    expect(results.byKind).toEqual([{ kind: "shiftAttendance", count: 1 }, { kind: "householdVisit", count: 1 }]);
  });

  it("say how much of them is still on this phone", () => {
    expect(count(makeSummary({ sync: "saved" }), makeSummary({ sync: "sending" }), makeSummary()).unsent).toBe(2);
  });
});

describe("the team's goals", () => {
  const unitId = makeId();
  const goals = [{ unitId, indicator: "online_dossiers", value: 730 }, { unitId, indicator: "articles", value: 0 }, { unitId, indicator: "transacting_rate", value: 40 }];

  it("are shared out over the days of a year, rounded up; 0 and what nobody records is none", () => {
    expect(goalsFor(goals, november)).toEqual([{ indicator: "online_dossiers", year: 730, share: 60 }]);
    expect(goalsFor(goals, periodAround("day", LocalDate.parse("2026-11-22")))[0]?.share).toBe(2);
    expect(goalsFor(goals, periodAround("week", LocalDate.parse("2028-02-29")))[0]?.share).toBe(14);
  });

  it("of several teams are one, and without any there is none", () => {
    expect(goalsFor([...goals, { unitId: makeId(), indicator: "online_dossiers", value: 365 }], november)[0]?.year).toBe(1095);
    expect(goalsFor(undefined, november)).toEqual([]);
  });
});
