import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { monthsUntil, runningSums, sumByMonth } from "@/lib/domain/report/month-sums";
import { countIndicators, type ReportLine, type ReportPoint, type ReportTable } from "@/lib/domain/report/report-table";
import { addDays, LocalDate } from "@/lib/domain/time/local-date";
import type { Person } from "@/lib/server/auth/person";
import { withActor } from "@/lib/server/database/with-actor";
import { readReportSeries } from "@/lib/server/reports/read-report-series";
import { readReportTable } from "@/lib/server/reports/read-report-table";
import { insertRows } from "../../../prisma/demo/insert-rows";
import { createDice, type Dice } from "../../../prisma/demo/invented";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let verifier: Person;
const now = "2026-08-20T03:00:00.000Z";
const day = (text: string) => LocalDate.parse(text);
const stages = ["recorded", "confirmed", "matched"] as const;

/** The bodies of an abolished district: one of its teams lives on in a commune, nobody followed the other. */
const old: Readonly<Record<"district" | "heir" | "gone", string>> = { district: randomUUID(), heir: randomUUID(), gone: randomUUID() };
const commune: string = randomUUID();
const abolished = day("2025-07-01");

beforeAll(async () => {
  province = await makeWorkingProvince();
  const { provinceId: province_id, units, client } = province;
  const life = (valid_from: string, valid_to: string | null) => ({ province_id, valid_from, valid_to });
  await insertRows(client, "unit", [
    { ...life("2022-05-01", abolished), id: old.district, kind: "directUnit", name: "Huyện đoàn Hoài Ân", sort_order: 2 },
    { ...life("2022-05-01", abolished), id: old.heir, kind: "team", name: "Đội xã Ân Thạnh", sort_order: 3 },
    { ...life("2022-05-01", abolished), id: old.gone, kind: "team", name: "Đội cơ quan huyện", sort_order: 4 },
    { ...life(abolished, null), id: commune, kind: "directUnit", name: "Đoàn xã Hoài Ân", sort_order: 5 },
  ]);
  await insertRows(client, "unit_parent", [
    { ...life("2022-05-01", abolished), unit_id: old.district, parent_id: units.province },
    { ...life("2022-05-01", abolished), unit_id: old.heir, parent_id: old.district },
    { ...life("2022-05-01", abolished), unit_id: old.gone, parent_id: old.district },
    { ...life(abolished, null), unit_id: commune, parent_id: units.province },
  ]);
  await insertRows(client, "unit_successor", [{ province_id, unit_id: old.heir, successor_id: commune, from: abolished }]);
  await client.query("select refresh_unit_ancestors()");
  verifier = await province.addActingPerson("provinceVerifier", units.province);
});
afterAll(() => province.remove());
beforeEach(() => province.client.query("truncate tally, tally_day, tally_month, tally_until, tally_roll"));

describe("sums of a report", () => {
  test.each([7, 2023, 60929])("are those of the differences, between any days, as known on any day, however much is rolled up (seed %i)", async (seed) => {
    const dice = createDice(seed);
    const told: Told[] = [];
    for (const part of [0, 1, 2]) {
      const more = Array.from({ length: 300 }, () => invented(dice));
      await tell(more);
      told.push(...more);
      if (part < 2) await rollUp();
      for (let round = 0; round < 6; round += 1) {
        const point = inventedPoint(dice);
        const table = await read({ point });
        expect(countsOf(table.total), JSON.stringify(point)).toEqual(summed(told.filter(isIn(point))));
        const teams: readonly string[] = [province.units.district, province.units.teamA, province.units.teamB];
        expect(countsOf(lineOf(table, province.units.district)), JSON.stringify(point)).toEqual(summed(told.filter(isIn(point)).filter(({ unitId }) => teams.includes(unitId))));
      }
    }
    const [{ days }] = (await province.client.query<{ days: string }>("select count(*) as days from tally_day")).rows as [{ days: string }];
    expect(Number(days)).toBeGreaterThan(300);
  });

  test("count nothing twice and leave nothing out while somebody who began earlier commits after the roll-up", async () => {
    const slow = await province.connect();
    await slow.query("begin");
    await slow.query("select set_config('app.province', $1, true)", [province.provinceId]);
    await insertRows(slow, "tally", [rowOf({ ...one, delta: 5 })]);
    await tell([{ ...one, delta: 2 }]);
    await rollUp();
    expect(countsOf((await read({ point: always })).total).articles.matched).toBe(2);
    await slow.query("commit");
    await slow.end();
    expect(countsOf((await read({ point: always })).total).articles.matched).toBe(7);
    await rollUp();
    await rollUp();
    expect(countsOf((await read({ point: always })).total).articles.matched).toBe(7);
  });

  test("by month add up to the sum", async () => {
    const dice = createDice(11);
    const told = Array.from({ length: 300 }, () => invented(dice));
    await tell(told);
    await rollUp();
    const range = { first: day("2024-03-10"), through: day("2026-02-20"), asOf: day("2026-08-19") };
    const series = (await readReportSeries(verifier.actor, { unitId: province.units.province, indicator: "articles", treeOn: day("2025-01-01"), ...range }, now))!;
    const matched = series.filter(({ unitId }) => unitId === province.units.district).reduce((sum, { counts }) => sum + (counts.matched ?? 0), 0);
    expect(matched).toBe(countsOf(lineOf(await read({ point: range, treeOn: day("2025-01-01") }), province.units.district)).articles.matched);
  });
});

describe("organisations that held an activity", () => {
  test("are at each month's end as many as the report of that day says, also where one was taken back", async () => {
    const { units, client, provinceId: province_id } = province;
    const bodies = Array.from({ length: 3 }, () => randomUUID() as string);
    await insertRows(client, "unit", bodies.map((id, index) => ({ province_id, valid_from: "2022-05-01", id, kind: "grassroots", name: `Đoàn xã ${index}`, sort_order: 20 + index })));
    await insertRows(client, "unit_parent", bodies.map((unit_id) => ({ province_id, valid_from: "2022-05-01", unit_id, parent_id: units.district })));
    await client.query("select refresh_unit_ancestors()");
    const held = (unitId: string, happenedOn: string, delta: number): Told => ({ ...one, unitId, indicator: "informed_members", stage: "confirmed", happenedOn: day(happenedOn), decidedOn: day(happenedOn), delta });
    await tell([held(bodies[0]!, "2025-12-31", 30), held(bodies[0]!, "2026-02-10", 20), held(bodies[1]!, "2026-03-31", 10), held(bodies[1]!, "2026-05-01", -10), held(bodies[2]!, "2026-06-15", 5)]);
    await rollUp();
    await tell([held(bodies[1]!, "2026-07-01", 40)]);
    const query = { unitId: units.province, indicator: "active_organisations" as const, first: day("2026-01-01"), through: day("2026-08-15"), asOf: day("2026-08-19"), treeOn: day("2026-08-15") };
    const series = (await readReportSeries(verifier.actor, query, now))!;
    const reached = runningSums(sumByMonth(series, monthsUntil(query.through)));
    for (const [index, { part = 0, whole = 0 }] of reached.entries()) {
      const end = index === 7 ? query.through : addDays(day(`2026-0${index + 2}-01`), -1);
      expect({ part, whole }, end).toEqual((await read({ point: { through: end, asOf: query.asOf } })).total.cells.ratios.active_organisations);
    }
    expect(reached.map(({ part = 0 }) => part)).toEqual([0, 1, 2, 2, 1, 2, 3, 3]);
    expect(series.every(({ unitId }) => unitId === units.district)).toBe(true);
  });
});

describe("under the tree of another day", () => {
  const inYear = (year: number): ReportPoint => ({ first: day(`${year}-01-01`), through: day(`${year}-12-31`), asOf: day("2026-08-19") });
  const told = (unitId: string, happenedOn: string, delta: number): Told => ({ ...one, unitId, happenedOn: day(happenedOn), delta });

  beforeEach(() => tell([told(old.heir, "2024-05-05", 10), told(old.gone, "2024-06-06", 3), told(old.district, "2024-06-07", 4), told(commune, "2025-08-08", 20), told(province.units.teamA, "2024-06-06", 1)]));

  test("what was done before goes to the successors, and what has none stays visible: the total is the same", async () => {
    const [then, later] = [await read({ point: inYear(2024), treeOn: day("2024-12-31") }), await read({ point: inYear(2024), treeOn: day("2026-01-01") })];
    expect(matchedByPlace(then)).toEqual({ [province.units.district]: 1, [old.district]: 17 });
    expect(matchedByPlace(later)).toEqual({ [province.units.district]: 1, [commune]: 10, residual: 7 });
    expect(countsOf(later.total)).toEqual(countsOf(then.total));
  });

  test("what was done after goes to what the unit was made of", async () => {
    expect(matchedByPlace(await read({ point: inYear(2025), treeOn: day("2024-12-31") }))).toEqual({ [old.district]: 20 });
  });

  test("a unit shows its own, its teams', and nothing of others", async () => {
    expect(matchedByPlace(await read({ point: inYear(2024), treeOn: day("2024-12-31") }, old.district))).toEqual({ [old.heir]: 10, [old.gone]: 3, own: 4 });
  });
});

describe("of other units", () => {
  test("nobody hears anything, through the screen or in SQL", async () => {
    await tell([{ ...one, delta: 5 }]);
    const { actor } = await province.addActingPerson("officer", commune);
    for (const unitId of [province.units.province, province.units.district, randomUUID() as string]) {
      expect(await readReportTable(actor, { unitId, point: always }, now)).toBeUndefined();
      expect(await withActor(actor, (tx) => tx.$queryRaw`select * from report_cells(${unitId}::uuid, '2026-01-01', null, '2026-01-01', '2026-08-19')`)).toEqual([]);
    }
  });

  test.each(["provincePlanner", "observer", "officer", "leader"] as const)("a %s reads those of the own ones", async (role) => {
    await tell([{ ...one, delta: 5 }]);
    const { actor } = await province.addActingPerson(role, province.units.district);
    const table = await readReportTable(actor, { unitId: province.units.district, point: always }, now);
    expect(countsOf(table!.total).articles.matched).toBe(5);
  });
});

type Told = { readonly unitId: string; readonly indicator: (typeof countIndicators)[number]; readonly stage: (typeof stages)[number]; readonly decidedOn: LocalDate; readonly happenedOn: LocalDate; readonly delta: number };

const always: ReportPoint = { through: day("2026-08-19"), asOf: day("2026-08-19") };
const one: Told = { get unitId() { return province.units.teamA; }, indicator: "articles", stage: "matched", decidedOn: day("2026-02-03"), happenedOn: day("2024-06-06"), delta: 1 };

function invented(dice: Dice): Told {
  const { district, teamA, teamB } = province.units;
  const happenedOn = addDays(day("2024-01-01"), dice.below(900));
  return {
    unitId: dice.pick([district, teamA, teamB, old.heir, old.gone, commune]), indicator: dice.pick([...countIndicators]), stage: dice.pick([...stages]),
    happenedOn, decidedOn: addDays(happenedOn, dice.below(80)), delta: dice.below(9) - 2 || 1,
  };
}

/** Days in the middle of months, their ends, and ranges within one month; as known long after, or soon, as annexes are. */
function inventedPoint(dice: Dice): ReportPoint {
  const first = addDays(day("2024-01-01"), dice.pick([dice.below(800), 31, 60]));
  const through = addDays(first, dice.pick([dice.below(400), dice.below(20), 28, 30]));
  const asOf = addDays(through, dice.pick([dice.below(100) - 20, dice.below(16)]));
  return dice.below(3) === 0 ? { through, asOf } : { first, through, asOf };
}

const isIn = ({ first, through, asOf }: ReportPoint) => ({ happenedOn, decidedOn }: Told) => happenedOn <= through && decidedOn <= asOf && (!first || first <= happenedOn);

function summed(told: readonly Told[]) {
  const sum = (indicator: string, stage: string) => told.filter((each) => each.indicator === indicator && each.stage === stage).reduce((total, { delta }) => total + delta, 0);
  return Object.fromEntries(countIndicators.map((indicator) => [indicator, Object.fromEntries(stages.map((stage) => [stage, sum(indicator, stage)]))]));
}

const countsOf = ({ cells }: ReportLine) => cells.counts;
const lineOf = ({ lines }: ReportTable, unitId: string) => lines.find(({ place }) => place.kind === "unit" && place.id === unitId)!;

function matchedByPlace({ lines }: ReportTable): Record<string, number> {
  return Object.fromEntries(lines.map((line) => [line.place.kind === "unit" ? line.place.id : line.place.kind, countsOf(line).articles.matched] as const).filter(([, count]) => count !== 0));
}

async function read(query: { point: ReportPoint; treeOn?: LocalDate }, unitId: string = province.units.province): Promise<ReportTable> {
  return (await readReportTable(verifier.actor, { unitId, ...query }, now))!;
}

const rowOf = ({ unitId, indicator, stage, decidedOn, happenedOn, delta }: Told) => ({ province_id: province.provinceId, unit_id: unitId, indicator, stage, decided_on: decidedOn, happened_on: happenedOn, delta });
const tell = (told: readonly Told[]) => insertRows(province.client, "tally", told.map(rowOf));
const rollUp = () => withActor(verifier.actor, (tx) => tx.$queryRaw`select roll_up_tallies()`);
