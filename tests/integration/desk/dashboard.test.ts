import fc from "fast-check";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { entryIndicators, stages } from "@/lib/domain/report/indicator";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { Dashboard, NumberQuery } from "@/lib/protocol/dashboard";
import type { Person } from "@/lib/server/auth/person";
import { readDashboard } from "@/lib/server/reports/read-dashboard";
import { numberQueryOf } from "@/lib/server/unit-numbers/number-query";
import { readCountedOutcomes } from "@/lib/server/unit-numbers/read-counted-outcomes";
import { insertRows } from "../../../prisma/demo/insert-rows";
import { anySession, recordAndDecide } from "../../factories/decided-sessions";
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
const day = (text: string) => LocalDate.parse(text);
const summer = { from: day("2026-06-01"), to: day("2026-08-31") };
const asked = { first: summer.from, through: summer.to, treeOn: summer.to };
const dashboardOf = (person: Person, unit: string, more: object = {}): Promise<Dashboard | undefined> => readDashboard(person.actor, { unit, ...summer, ...more }, now);

const record = (...sessions: Parameters<typeof recordAndDecide>[1][]) => recordAndDecide({ units: province.units, officer, authors, now }, ...sessions);

/** Everything that one drill-down lists, page after page. */
async function behind(person: Person, query: Omit<NumberQuery, "after">) {
  const outcomes = [];
  let after: string | undefined;
  do {
    const page = await readCountedOutcomes(person.actor, { ...query, ...(after ? { after } : {}) } as NumberQuery, now);
    outcomes.push(...page!.outcomes);
    expect(page!.count).toBeGreaterThanOrEqual(outcomes.length);
    after = page!.next;
  } while (after);
  return outcomes;
}

describe("a unit's numbers", () => {
  /** The first dossier of each day is known to the register, of the second the paper. */
  const listDossiers = () => acceptRegister(province, ["260601", "260715", "260831"].flatMap((day) => [
    { dossier: `H08.21-${day}-1000`, receivedOn: "2026-06-01" },
    { dossier: `H08.21-${day}-1001`, receivedOn: "2026-06-01", channel: "paper" as const },
  ]), now);

  test("are as many as the drill-down lists, and the rows add up to them, for any entries", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anySession, { minLength: 1, maxLength: 12 }), async (sessions) => {
        await province.removeEntries();
        await record(...sessions);
        await listDossiers();
        const dashboard = (await dashboardOf(officer, province.units.district))!;
        const { total, lines } = dashboard.table;
        expect(lines.flatMap(({ place }) => (place.kind === "unit" ? place.name : [])).sort()).toEqual(["Đội xã Phước Lộc", "Đội xã Phước Sơn"]);
        for (const indicator of entryIndicators) {
          const list = (stage: NumberQuery["stage"], unitId: string = province.units.district, place?: "own") => behind(officer, { ...asked, indicator, stage, unitId, ...(place ? { place } : {}) });
          for (const stage of stages) {
            expect(await list(stage)).toHaveLength(total.cells.counts[indicator][stage]);
            expect(lines.reduce((sum, { cells }) => sum + cells.counts[indicator][stage], 0)).toBe(total.cells.counts[indicator][stage]);
          }
          for (const { place, cells } of lines) {
            const listed = await (place.kind === "unit" ? list("matched", place.id) : list("matched", province.units.district, "own"));
            expect(listed).toHaveLength(cells.counts[indicator].matched);
          }
          const { recorded, confirmed, matched } = total.cells.counts[indicator];
          expect(await list("unreviewed")).toHaveLength(recorded - confirmed);
          const waits = dashboard.waiting.filter((row) => row.indicator === indicator).reduce((sum, { count }) => sum + count, 0);
          expect(await list("waiting")).toHaveLength(waits);
          expect(matched + waits).toBeLessThanOrEqual(confirmed);
        }
      }),
      { numRuns: 3 },
    );
  });

  test("say what is confirmed and waits, where, for whom and since when, beside the number", async () => {
    await province.removeEntries();
    await province.client.query("truncate import_batch, register_record cascade");
    const decided = { team: "teamA", day: "2026-07-15", year: 1995, amended: false, decisions: ["confirm"] } as const;
    await record({ ...decided, kinds: ["vneidActivated", "accountOpened"], dossiers: 2, decisions: ["confirm"] }, { ...decided, kinds: [], dossiers: 1, decisions: ["confirm"] });
    const { table, waiting } = (await dashboardOf(officer, province.units.district))!;
    expect(table.total.cells.counts).toMatchObject({ vneid_accounts: { confirmed: 1, matched: 0 }, online_dossiers: { confirmed: 3, matched: 0 } });
    const waits = (indicator: string, standing: string, count: number) => ({ place: province.units.teamA, indicator, standing, count, oldest: now });
    expect(waiting.toSorted((a, b) => a.indicator.localeCompare(b.indicator))).toEqual([
      waits("citizen_accounts", "notFound", 1), waits("online_dossiers", "notFound", 2), waits("vneid_accounts", "awaitingPolice", 1),
    ]);
    // Whoever reads sums reads these too, without an entry of anybody's.
    const observer = await province.addActingPerson("observer", province.units.province);
    expect((await dashboardOf(observer, province.units.district))!.waiting).toHaveLength(3);
    await listDossiers();
    const after = (await dashboardOf(officer, province.units.district))!;
    expect(after.table.total.cells.counts.online_dossiers).toEqual({ recorded: 3, confirmed: 3, matched: 1 });
    expect(after.waiting.map(({ indicator }) => indicator)).not.toContain("online_dossiers");
    const listed = await behind(officer, { ...asked, indicator: "online_dossiers", stage: "confirmed", unitId: province.units.district });
    expect(listed.map(({ standing }) => standing).sort()).toEqual(["duplicate", "matched", "onPaper"]);
  });

  test("count days of activity from the first through the last, and all until the last without a first", async () => {
    await province.removeEntries();
    for (const happenedOn of ["2026-05-31", "2026-06-01", "2026-08-31", "2026-09-01"] as const) {
      await record({ team: "teamA", day: happenedOn, year: 1995, kinds: ["vneidActivated"], dossiers: 0, amended: false, decisions: [] });
    }
    const recorded = async (window: object) => (await readDashboard(leaderA.actor, window, now))!.table.total.cells.counts.vneid_accounts.recorded;
    expect(await recorded(summer)).toBe(2);
    expect(await recorded({ to: summer.to })).toBe(3);
    expect(await recorded({})).toBe(4);
    const { months, yearStart } = (await readDashboard(leaderA.actor, { indicator: "vneid_accounts" }, now))!;
    expect(months).toEqual([
      { place: "own", month: "2026-05-01", counts: { recorded: 1 } }, { place: "own", month: "2026-06-01", counts: { recorded: 1 } },
      { place: "own", month: "2026-08-01", counts: { recorded: 1 } }, { place: "own", month: "2026-09-01", counts: { recorded: 1 } },
    ]);
    expect(yearStart!.point.through).toBe("2025-12-31");
  });
});

test("the tree of a day says where a unit counts, and what is listed follows it", async () => {
  await province.removeEntries();
  const { province: top, district, teamB } = province.units;
  for (const happenedOn of ["2026-06-01", "2026-08-31"] as const) {
    await record({ team: "teamB", day: happenedOn, year: 1995, kinds: ["vneidActivated"], dossiers: 0, amended: false, decisions: [] });
  }
  await province.client.query("update unit_parent set valid_to = '2026-07-01' where unit_id = $1", [teamB]);
  await insertRows(province.client, "unit_parent", [{ province_id: province.provinceId, unit_id: teamB, parent_id: top, valid_from: "2026-07-01" }]);
  await province.client.query("select refresh_unit_ancestors()");
  const verifier = await province.addActingPerson("provinceVerifier", top);
  const under = async (unitId: string, tree: string) => {
    const { table } = (await dashboardOf(verifier, unitId, { tree: day(tree) }))!;
    const listed = await behind(verifier, { ...asked, treeOn: day(tree), indicator: "vneid_accounts", stage: "recorded", unitId });
    expect(listed).toHaveLength(table.total.cells.counts.vneid_accounts.recorded);
    return listed.length;
  };
  expect([await under(district, "2026-06-01"), await under(top, "2026-06-01")]).toEqual([2, 2]);
  expect([await under(district, "2026-08-31"), await under(top, "2026-08-31")]).toEqual([0, 2]);
  await province.client.query("delete from unit_parent where unit_id = $1 and valid_from = '2026-07-01'", [teamB]);
  await province.client.query("update unit_parent set valid_to = null where unit_id = $1", [teamB]);
  await province.client.query("select refresh_unit_ancestors()");
});

describe("beside the numbers", () => {
  test("stands what is still on phones, by the unit of whoever holds them, each phone once", async () => {
    await province.client.query("delete from device_manifest");
    const { provinceId: province_id } = province;
    const phones = [randomUUID(), randomUUID()];
    await insertRows(province.client, "device", phones.map((id) => ({ id, province_id })));
    const held = (device_id: string, person: Person, pending_count: number, oldest: string | null) => ({
      province_id, device_id, user_id: person.actor.userId, pending_count, oldest_captured_at: oldest, pending_ids_digest: "", app_version: "1", persisted: true, installed: true,
      clock_offset_ms: 0, reported_at: now,
    });
    await insertRows(province.client, "device_manifest", [
      held(phones[0]!, authors.teamA, 2, "2026-08-20T03:00:00.000Z"),
      held(phones[0]!, authors.teamB, 3, "2026-08-10T03:00:00.000Z"),
      held(phones[1]!, authors.teamA, 4, null),
      held(phones[1]!, authors.district, 0, null),
    ]);
    const { onPhones } = (await dashboardOf(officer, province.units.district))!;
    expect(onPhones.total).toEqual({ phones: 2, entries: 9, oldest: "2026-08-10T03:00:00.000Z" });
    expect(onPhones.byPlace).toEqual({
      [province.units.teamA]: { phones: 2, entries: 6, oldest: "2026-08-20T03:00:00.000Z" },
      [province.units.teamB]: { phones: 1, entries: 3, oldest: "2026-08-10T03:00:00.000Z" },
    });
    await province.client.query("delete from device_manifest");
  });

  test("stands whether the period is closed; a closed one is drawn with what it was closed with", async () => {
    expect((await dashboardOf(officer, province.units.district))!).not.toHaveProperty("closedAsOf");
    await insertRows(province.client, "period", [{
      id: randomUUID(), province_id: province.provinceId, from: "2026-08-01", through: "2026-08-31", as_of: "2026-08-31", closed_at: now, closed_by_id: officer.actor.userId,
    }]);
    const closed = (await dashboardOf(officer, province.units.district))!;
    expect(closed).toMatchObject({ closedAsOf: "2026-08-31", table: { point: { asOf: "2026-08-31" }, previousPoint: { asOf: "2026-05-31" } } });
    await province.client.query("delete from period");
  });
});

describe("who opens what is behind a number", () => {
  test("supervisors the entries, whoever sees members their sums, keepers and officers their rows, observers none of it", async () => {
    const opens = async (role: "leader" | "officer" | "provinceVerifier" | "provincePlanner" | "observer") =>
      (await dashboardOf(await province.addActingPerson(role, province.units.province), province.units.district))!.opens;
    expect(await opens("leader")).toEqual({ entries: true, members: false, rows: false });
    expect(await opens("officer")).toEqual({ entries: true, members: true, rows: true });
    expect(await opens("provinceVerifier")).toEqual({ entries: true, members: true, rows: true });
    expect(await opens("provincePlanner")).toEqual({ entries: false, members: true, rows: false });
    expect(await opens("observer")).toEqual({ entries: false, members: false, rows: false });
  });
});

describe("a unit outside of one's own", () => {
  test("is the same nothing as an unknown one, for numbers and for what is behind them", async () => {
    const query = { ...asked, indicator: "vneid_accounts" as const, stage: "recorded" as const };
    for (const unitId of [province.units.teamB, province.units.district, randomUUID()]) {
      expect(await dashboardOf(leaderA, unitId)).toBeUndefined();
      expect(await readCountedOutcomes(leaderA.actor, { ...query, unitId }, now)).toBeUndefined();
    }
    expect(await dashboardOf(authors.teamA, province.units.teamA)).toBeUndefined();
    const observer = await province.addActingPerson("observer", province.units.teamA);
    expect(await readCountedOutcomes(observer.actor, { ...query, unitId: province.units.teamA }, now)).toBeUndefined();
  });

  test("is not shown as the way up", async () => {
    expect((await dashboardOf(leaderA, province.units.teamA))!.parents).toEqual([]);
    expect((await dashboardOf(officer, province.units.teamA))!.parents.map(({ name }) => name)).toEqual(["Huyện đoàn Tuy Phước"]);
  });
});

describe("an address of entries", () => {
  test("that names no number names none", () => {
    const right = { unit: randomUUID(), indicator: "online_dossiers", stage: "confirmed", from: "2026-06-01", to: "2026-08-31" };
    expect(numberQueryOf(right)).toEqual({ unitId: right.unit, indicator: "online_dossiers", stage: "confirmed", ...asked });
    expect(numberQueryOf({ ...right, from: undefined, tree: "2026-01-01", place: "own" })).toMatchObject({ treeOn: "2026-01-01", place: "own" });
    for (const wrong of [{ unit: "1" }, { indicator: "online_rate" }, { stage: "refused" }, { from: "gestern" }, { place: "unit" }]) {
      expect(numberQueryOf({ ...right, ...wrong })).toBeUndefined();
    }
  });
});
