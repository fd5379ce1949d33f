import fc from "fast-check";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { entryIndicators, stages } from "@/lib/domain/report/indicator";
import { LocalDate } from "@/lib/domain/time/local-date";
import { type NumberQuery, type Period } from "@/lib/protocol/unit-numbers";
import type { Person } from "@/lib/server/auth/person";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { numberQueryOf, periodOf } from "@/lib/server/unit-numbers/number-query";
import { readCountedOutcomes } from "@/lib/server/unit-numbers/read-counted-outcomes";
import { readUnitNumbers } from "@/lib/server/unit-numbers/read-unit-numbers";
import { insertRows } from "../../../prisma/demo/insert-rows";
import { makeAmend, makeManifest, makeRecord, makeReview } from "../../factories/commands";
import { makeDossier, makeHelpSession, makeOutcome, makePerson } from "../../factories/help-session";
import { acceptRegister } from "../../factories/register";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let officer: Person;
let leaderA: Person;
let authors: Record<"teamA" | "teamB" | "district", Person>;

beforeAll(async () => {
  province = await makeWorkingProvince();
  const { district, teamA, teamB } = province.units;
  officer = await province.addActingPerson("officer", district);
  leaderA = await province.addActingPerson("leader", teamA);
  authors = {
    teamA: await province.addActingPerson("volunteer", teamA),
    teamB: await province.addActingPerson("volunteer", teamB),
    district: await province.addActingPerson("volunteer", district),
  };
});
afterAll(() => province.remove());

const now = "2026-09-01T02:00:00.000Z";
const period = (from: string, to: string): Period => ({ from: LocalDate.parse(from), to: LocalDate.parse(to) });
const summer = period("2026-06-01", "2026-08-31");

/** Everything that one drill-down lists, page after page. */
async function behind(person: Person, query: Omit<NumberQuery, "after">) {
  const outcomes = [];
  let after: string | undefined;
  do {
    const page = await readCountedOutcomes(person.actor, { ...query, ...(after ? { after } : {}) }, now);
    outcomes.push(...page!.outcomes);
    expect(page!.count).toBeGreaterThanOrEqual(outcomes.length);
    after = page!.next;
  } while (after);
  return outcomes;
}

const session = fc.record({
  team: fc.constantFrom("teamA" as const, "teamB" as const, "district" as const),
  day: fc.constantFrom("2026-05-31", "2026-06-01", "2026-07-15", "2026-08-31", "2026-09-01"),
  year: fc.constantFrom(1960, 1995, 2001, 2012),
  kinds: fc.uniqueArray(fc.constantFrom("accountOpened" as const, "accountLinked" as const, "vneidActivated" as const), { minLength: 1 }),
  dossiers: fc.nat({ max: 2 }),
  /** The author takes all but the first outcome away before anybody decides. */
  amended: fc.boolean(),
  decisions: fc.constantFrom([], ["confirm"], ["return"], ["refuse"], ["confirm", "reopen"], ["confirm", "overturn"], ["confirm", "reopen", "confirm"]),
});

describe("a unit's numbers", () => {
  /** The first dossier of each day is known to the register, of the second the paper. */
  const listDossiers = () => acceptRegister(province, ["260601", "260715", "260831"].flatMap((day) => [
    { dossier: `H08.21-${day}-1000`, receivedOn: "2026-06-01" },
    { dossier: `H08.21-${day}-1001`, receivedOn: "2026-06-01", channel: "paper" as const },
  ]), now);

  test("are as many as the drill-down lists, and the units below add up to them, for any entries", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(session, { minLength: 1, maxLength: 12 }), async (sessions) => {
        await province.removeEntries();
        await recordAndDecide(...sessions);
        await listDossiers();
        const numbers = (await readUnitNumbers(officer.actor, province.units.district, summer, now))!;
        expect(numbers.children.map(({ name }) => name).sort()).toEqual(["Đội xã Phước Lộc", "Đội xã Phước Sơn"]);
        for (const indicator of entryIndicators) {
          for (const stage of stages) {
            const query = { ...summer, indicator, stage };
            const list = (unitId: string, direct = false) => behind(officer, { ...query, unitId, direct });
            const total = numbers.total.numbers[indicator][stage];
            expect(await list(province.units.district)).toHaveLength(total);
            expect(await list(province.units.district, true)).toHaveLength(numbers.direct[indicator][stage]);
            for (const child of numbers.children) expect(await list(child.id)).toHaveLength(child.numbers[indicator][stage]);
            const parts = numbers.children.reduce((sum, child) => sum + child.numbers[indicator][stage], numbers.direct[indicator][stage]);
            expect(parts).toBe(total);
          }
          const waits = (numbers.waiting[indicator] ?? []).reduce((sum, { count }) => sum + count, 0);
          expect(await behind(officer, { ...summer, indicator, stage: "waiting", unitId: province.units.district, direct: false })).toHaveLength(waits);
          const { confirmed, matched } = numbers.total.numbers[indicator];
          expect(matched + waits).toBeLessThanOrEqual(confirmed);
        }
      }),
      { numRuns: 5 },
    );
  });

  test("say what is confirmed and waits, for whom and since when, beside the number", async () => {
    await province.removeEntries();
    await province.client.query("truncate import_batch, register_record cascade");
    const decided = { team: "teamA", day: "2026-07-15", year: 1995, amended: false, decisions: ["confirm"] } as const;
    await recordAndDecide({ ...decided, kinds: ["vneidActivated", "accountOpened"], dossiers: 2, decisions: ["confirm"] }, { ...decided, kinds: [], dossiers: 1, decisions: ["confirm"] });
    const { total, waiting } = (await readUnitNumbers(officer.actor, province.units.district, summer, now))!;
    expect(total.numbers).toMatchObject({ vneid_accounts: { confirmed: 1, matched: 0 }, online_dossiers: { confirmed: 3, matched: 0 } });
    expect(waiting).toEqual({
      vneid_accounts: [{ standing: "awaitingPolice", count: 1, oldest: now }],
      citizen_accounts: [{ standing: "notFound", count: 1, oldest: now }],
      online_dossiers: [{ standing: "notFound", count: 2, oldest: now }],
    });
    await listDossiers();
    const after = (await readUnitNumbers(officer.actor, province.units.district, summer, now))!;
    expect(after.total.numbers.online_dossiers).toEqual({ recorded: 3, confirmed: 3, matched: 1 });
    expect(after.waiting.online_dossiers).toBeUndefined();
    const listed = await behind(officer, { ...summer, indicator: "online_dossiers", stage: "confirmed", unitId: province.units.district, direct: false });
    expect(listed.map(({ standing }) => standing).sort()).toEqual(["duplicate", "matched", "onPaper"]);
  });

  test("count days of activity from the first through the last", async () => {
    await province.removeEntries();
    for (const day of ["2026-05-31", "2026-06-01", "2026-08-31", "2026-09-01"] as const) {
      await recordAndDecide({ team: "teamA", day, year: 1995, kinds: ["vneidActivated"], dossiers: 0, amended: false, decisions: [] });
    }
    const numbers = await readUnitNumbers(leaderA.actor, province.units.teamA, summer, now);
    expect(numbers!.total.numbers.vneid_accounts).toEqual({ recorded: 2, confirmed: 0, matched: 0 });
  });

  test("stand beside the unit's own newest target of the period's year", async () => {
    const target = (value: number, set_at: string, more: object = {}) => ({
      id: randomUUID(), province_id: province.provinceId, unit_id: province.units.teamA, year: 2026, indicator: "vneid_accounts", value, set_at, ...more,
    });
    await insertRows(province.client, "target", [
      target(10, "2026-01-01", { superseded_at: "2026-02-01" }),
      target(25, "2026-02-01", { superseded_at: null }),
      target(99, "2026-03-01", { year: 2025, superseded_at: null }),
    ]);
    const numbers = await readUnitNumbers(leaderA.actor, province.units.teamA, summer, now);
    expect(numbers!.total.targets).toEqual({ vneid_accounts: 25 });
    const { children } = (await readUnitNumbers(officer.actor, province.units.district, summer, now))!;
    expect(children.map(({ targets }) => targets)).toEqual(expect.arrayContaining([{ vneid_accounts: 25 }, {}]));
  });

  test("keep a unit's place of the day: what moved away stays with the old parent until then", async () => {
    await province.removeEntries();
    const { province: top, district, teamB } = province.units;
    await recordAndDecide({ team: "teamB", day: "2026-06-01", year: 1995, kinds: ["vneidActivated"], dossiers: 0, amended: false, decisions: [] });
    await recordAndDecide({ team: "teamB", day: "2026-08-31", year: 1995, kinds: ["vneidActivated"], dossiers: 0, amended: false, decisions: [] });
    await province.client.query("update unit_parent set valid_to = '2026-07-01' where unit_id = $1", [teamB]);
    await insertRows(province.client, "unit_parent", [{ province_id: province.provinceId, unit_id: teamB, parent_id: top, valid_from: "2026-07-01" }]);
    await province.client.query("select refresh_unit_ancestors()");
    const verifier = await province.addActingPerson("provinceVerifier", top);
    const under = (await readUnitNumbers(verifier.actor, district, summer, now))!;
    const above = (await readUnitNumbers(verifier.actor, top, summer, now))!;
    expect(under.total.numbers.vneid_accounts.recorded).toBe(1);
    expect(above.total.numbers.vneid_accounts.recorded).toBe(2);
    expect(above.children.map(({ numbers }) => numbers.vneid_accounts.recorded)).toEqual([1, 1]);
    await province.client.query("delete from unit_parent where unit_id = $1 and valid_from = '2026-07-01'", [teamB]);
    await province.client.query("update unit_parent set valid_to = null where unit_id = $1", [teamB]);
    await province.client.query("select refresh_unit_ancestors()");
  });
});

describe("a unit outside of one's own", () => {
  test("is the same nothing as an unknown one, for numbers and for what is behind them", async () => {
    const query = { ...summer, indicator: "vneid_accounts" as const, stage: "recorded" as const, direct: false };
    for (const unitId of [province.units.teamB, province.units.district, randomUUID()]) {
      expect(await readUnitNumbers(leaderA.actor, unitId, summer, now)).toBeUndefined();
      expect(await readCountedOutcomes(leaderA.actor, { ...query, unitId }, now)).toBeUndefined();
    }
    expect(await readUnitNumbers(authors.teamA.actor, province.units.teamA, summer, now)).toBeUndefined();
  });

  test("is not shown as the way up", async () => {
    expect((await readUnitNumbers(leaderA.actor, province.units.teamA, summer, now))!.parents).toEqual([]);
    expect((await readUnitNumbers(officer.actor, province.units.teamA, summer, now))!.parents.map(({ name }) => name)).toEqual(["Huyện đoàn Tuy Phước"]);
  });
});

describe("an address", () => {
  const today = LocalDate.parse("2026-08-07");
  test("names a period, or this year so far", () => {
    expect(periodOf({ from: "2026-06-01", to: "2026-08-31" }, today)).toMatchObject({ ...summer, wrong: false });
    expect(periodOf({}, today)).toEqual({ ...period("2026-01-01", "2026-08-07"), wrong: false });
    expect(periodOf({ from: "2026-08-31", to: "2026-06-01" }, today)).toMatchObject({ from: "2026-01-01", wrong: true });
    expect(periodOf({ from: "2026-02-31", to: "2026-06-01" }, today)).toMatchObject({ from: "2026-01-01", wrong: true });
  });

  test("that names no number names none", () => {
    const right = { unit: randomUUID(), indicator: "online_dossiers", stage: "confirmed", from: "2026-06-01", to: "2026-08-31" };
    expect(numberQueryOf(right)).toMatchObject({ unitId: right.unit, direct: false });
    for (const wrong of [{ unit: "1" }, { indicator: "online_rate" }, { stage: "refused" }, { from: "gestern" }]) {
      expect(numberQueryOf({ ...right, ...wrong })).toBeUndefined();
    }
  });
});

type Session = typeof session extends fc.Arbitrary<infer Value> ? Value : never;

/** In a few requests: what authors record and amend, then all that the officer decides, in order. */
async function recordAndDecide(...sessions: Session[]) {
  const recorded = sessions.map((given) => ({ ...given, command: makeRecord(province.units[given.team], contentOf(given)) }));
  for (const team of ["teamA", "teamB", "district"] as const) {
    const own = recorded.filter((entry) => entry.team === team);
    await run(authors[team], own.map(({ command }) => command));
    await run(authors[team], own.filter(({ amended }) => amended).map(({ command: { entryId, content } }) =>
      makeAmend(entryId, 1, { ...content, outcomes: content.outcomes.slice(0, 1) })));
  }
  await run(officer, recorded.flatMap(({ command, amended, decisions }) => decisions.map((action, index) =>
    makeReview(command.entryId, index + (amended ? 2 : 1), action as "confirm", { reason: "wrongOutcome", note: "Xem lại." }))));
}

function contentOf({ day, year, kinds, dossiers }: Session) {
  return makeHelpSession({
    happenedAt: `${day}T02:00:00.000Z`,
    subject: makePerson({ birth: { precision: "year", year } }),
    consent: { noticeVersion: 1, purposes: ["record"], method: "readAloud", givenAt: `${day}T01:59:00.000Z`, guardian: { name: "Người Giám Hộ" } },
    outcomes: [
      ...kinds.map((kind) => ({ ...makeOutcome(kind), id: randomUUID() })),
      ...Array.from({ length: dossiers }, (_, index) => ({ ...makeDossier({ dossierCode: `H08.21-${day.slice(2).replaceAll("-", "")}-${1000 + index}` }), id: randomUUID() })),
    ],
  });
}

async function run(person: Person, commands: object[]) {
  if (commands.length === 0) return;
  const verdicts = await executeCommands(person, { device: makeManifest(), commands }, { now });
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(commands.map(() => "accepted"));
}
