import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EntryState } from "@/lib/domain/entry/entry";
import type { EntryContent } from "@/lib/domain/entry/entry-content";
import { outcomeStatesOf } from "@/lib/domain/entry/outcome-states";
import { contributionDelta, contributionsOf, statusesOfStage } from "@/lib/domain/report/contributions";
import { entryStatuses } from "@/lib/domain/review/lifecycle";
import { LocalDate } from "@/lib/domain/time/local-date";
import { indicatorVersions, teamPath, teamUnit } from "@/tests/factories/command-context";
import { makeDossier, makeHelpSession, makeId, makeOutcome, makePerson } from "@/tests/factories/help-session";
import { makeArticle, makeEvent } from "@/tests/factories/outreach";

const today = LocalDate.parse("2026-08-07");

function statesOf(content: EntryContent, happenedOn = today) {
  return outcomeStatesOf(content, [], {
    digestKey: (scope, text) => `${scope}:${text}`,
    versions: indicatorVersions,
    rules: { schemeStart: LocalDate.parse("2022-05-01") },
    unitPath: teamPath,
    happenedOn,
    today,
  });
}

function outcomesOf(content: EntryContent, happenedOn = today) {
  return statesOf(content, happenedOn).map(({ indicators, notCounted }) => ({ indicators, notCounted }));
}

function bornIn(year: number, ...kinds: Parameters<typeof makeOutcome>[0][]) {
  const subject = makePerson({ birth: { precision: "day", year, month: 8, day: 8 } });
  return outcomesOf(makeHelpSession({ subject, outcomes: kinds.map(makeOutcome) }));
}

const yes = (...indicators: string[]) => ({ indicators, notCounted: undefined });
const no = (notCounted: string) => ({ indicators: [], notCounted });

describe("which indicator an outcome stands for", () => {
  it("depends on the age on the very day", () => {
    expect(bornIn(1995, "accountLinked")).toEqual([yes("member_accounts")]); // turns 31 tomorrow
    expect(bornIn(1994, "accountLinked")).toEqual([yes("citizen_accounts")]);
    expect(bornIn(2010, "accountLinked")).toEqual([no("underAge")]); // turns 16 tomorrow
    expect(bornIn(2009, "accountLinked")).toEqual([yes("member_accounts")]);
  });

  it("counts a person's account once, however many steps led to it", () => {
    expect(bornIn(1990, "accountOpened", "accountLinked", "vneidActivated")).toEqual([
      yes("citizen_accounts"), yes(), yes("vneid_accounts"),
    ]);
  });

  it("counts every online dossier of the window, and says why another does not", () => {
    const codes = ["H08.21-260807-0041", "H08.21-230228-0041", "H08.21-220430-0041", "H08.21-260809-0041", "H08.21-260808-0041"];
    const outcomes = [...codes.map((dossierCode) => makeDossier({ dossierCode })), makeDossier({ channel: "paper", dossierCode: undefined })];
    expect(outcomesOf(makeHelpSession({ outcomes }))).toEqual([
      yes("online_dossiers"),
      no("dossierBeforeTeams"),
      no("dossierBeforeScheme"),
      no("dossierInFuture"),
      yes("online_dossiers"), // a day of tolerance between clocks
      no("dossierOnPaper"),
    ]);
  });

  it("is none for advice, and none before the scheme", () => {
    expect(outcomesOf(makeHelpSession({ outcomes: [makeOutcome("guidanceGiven")] }))).toEqual([yes()]);
    const early = makeHelpSession({ outcomes: [makeOutcome("vneidActivated")] });
    expect(outcomesOf(early, LocalDate.parse("2023-02-28"))).toEqual([no("activityBeforeScheme")]);
  });
});

describe("an event or an article", () => {
  it("is an article once it was published in the scheme's time, known by its address", () => {
    const article = makeArticle({ url: "https://www.baobinhdinh.vn/tin/1/?fbclid=x" });
    expect(statesOf(article)).toMatchObject([{ indicators: ["articles"], keyDigest: "articleUrl:https://baobinhdinh.vn/tin/1" }]);
    expect(outcomesOf(article, LocalDate.parse("2022-04-30"))).toEqual([no("activityBeforeScheme")]);
  });

  it("informs as many members as there were youth, also none or one", () => {
    const quantities = [19, 1, 0].map((youth) => statesOf(makeEvent({ attendance: { method: "count", youth, others: 4 } }))[0]);
    expect(quantities.map((outcome) => [outcome?.indicators, outcome?.quantity ?? 1])).toEqual([19, 1, 0].map((youth) => [["informed_members"], youth]));
  });

  it("adds the difference when attendance is corrected", () => {
    const entry = { kind: "outreachEvent", unitId: teamUnit, happenedOn: today, status: "confirmed" } as EntryState;
    const [before, after] = [19, 12].map((youth) => ({ ...entry, outcomes: statesOf(makeEvent({ attendance: { method: "count", youth, others: 4 } })) }));
    const cell = { indicator: "informed_members", unitId: teamUnit, happenedOn: today };
    expect(contributionDelta(undefined, before!)).toEqual(["recorded", "confirmed"].map((stage) => ({ ...cell, stage, count: 19 })));
    expect(contributionDelta(before, after!)).toEqual(["recorded", "confirmed"].map((stage) => ({ ...cell, stage, count: -7 })));
  });
});

const arbitraryEntry = fc.record({
  status: fc.constantFrom(...entryStatuses),
  happenedOn: fc.constantFrom("2026-08-06", "2026-08-07").map((day) => LocalDate.parse(day)),
  outcomes: fc.array(fc.constantFrom(["member_accounts"], ["vneid_accounts"], ["informed_members"], [])),
  quantity: fc.nat({ max: 30 }),
}).map(({ status, happenedOn, outcomes, quantity }): EntryState => ({
  id: makeId(), kind: "helpSession", unitId: teamUnit, authorId: makeId(), version: 1,
  happenedAt: `${happenedOn}T03:00:00.000Z`, happenedOn, status,
  outcomes: outcomes.map((indicators) => ({ id: makeId(), kind: "accountLinked", revision: 1, indicators: indicators as never, quantity })),
}));

function total(cells: ReturnType<typeof contributionsOf>) {
  const sums = new Map<string, number>();
  for (const { indicator, stage, happenedOn, count } of cells) {
    const key = `${indicator} ${stage} ${happenedOn}`;
    sums.set(key, (sums.get(key) ?? 0) + count);
  }
  return [...sums].filter(([, sum]) => sum !== 0).sort();
}

describe("what an entry adds to the numbers", () => {
  it("is recorded while it waits, confirmed once confirmed, and nothing when it does not stand", () => {
    expect(statusesOfStage("recorded")).toEqual(["submitted", "returned", "reopened", "confirmed"]);
    expect(statusesOfStage("confirmed")).toEqual(["confirmed"]);
  });

  it("follows from the differences of all its changes, whatever they were", () => {
    fc.assert(fc.property(fc.array(arbitraryEntry, { minLength: 1 }), (history) => {
      const deltas = history.flatMap((state, index) => contributionDelta(history[index - 1], state));
      expect(total(deltas)).toEqual(total(contributionsOf(history.at(-1))));
    }));
  });
});
