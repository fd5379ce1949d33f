import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { registerRatios, registerSums, emptySums, type Ratio, type RegisterIndicator, type RegisterSums } from "@/lib/domain/report/register-indicators";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { Person } from "@/lib/server/auth/person";
import { withActor } from "@/lib/server/database/with-actor";
import type { RowPart, ShareRowsQuery } from "@/lib/protocol/register-rows";
import { screenOf } from "@/lib/server/database/rows-part";
import { readPaperDossiers } from "@/lib/server/members/read-paper-dossiers";
import { readRegisterIndicators } from "@/lib/server/members/read-register-indicators";
import { readShareRows } from "@/lib/server/members/read-share-rows";
import { settleMembers } from "@/lib/server/members/settle-members";
import { readReportTable } from "@/lib/server/reports/read-report-table";
import { createDice } from "../../../prisma/demo/invented";
import { accountRow, dossierRow, makeRegisterFacts, member } from "../../factories/register-facts";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let verifier: Person;
const now = "2026-08-20T03:00:00.000Z";
const window = { first: LocalDate.parse("2024-01-01"), last: LocalDate.parse("2026-08-20") };
let facts: Awaited<ReturnType<typeof makeRegisterFacts>>;
let districts: typeof facts.districts;
let communes: typeof facts.communes;

beforeAll(async () => {
  province = await makeWorkingProvince();
  verifier = await province.addActingPerson("provinceVerifier", province.units.province);
  facts = await makeRegisterFacts(province, verifier.actor.userId);
  ({ districts, communes } = facts);
});
afterAll(() => province.remove());

const isOffered = (service: string) => service.toLowerCase().includes("khai sinh");

describe("indicators of the register", () => {
  test.each([11, 52, 99, 3005])("are what the pure form says of the same facts (seed %i)", async (seed) => {
    const invented = await facts.inventFacts(createDice(seed));
    const found = (await readRegisterIndicators(verifier.actor, province.units.province, window, now))!;
    const expected = registerSums(invented, window, isOffered);
    for (const { id, sums } of found.children) expect(sums, id).toEqual(sumOf([...expected].filter(([unitId]) => topOf(unitId) === id).map(([, sum]) => sum)));
    expect(found.total.sums).toEqual(sumOf([...expected.values()]));
    expect(found.total.sums.dossiers).toBeGreaterThan(20);
    expect(found.total.sums.accounts).toBeGreaterThan(10);
    const officer = await province.addActingPerson("officer", districts[0]!);
    const own = (await readRegisterIndicators(officer.actor, districts[0]!, window, now))!;
    expect(own.total.sums).toEqual(found.children.find(({ id }) => id === districts[0])!.sums);
    expect(own.children.map(({ id, sums }) => [id, sums])).toEqual(communes.filter(({ district }) => district === districts[0]).map(({ id }) => [id, expected.get(id) ?? emptySums]));

    await settle();
    for (const last of [window.last, LocalDate.parse("2025-03-15")]) {
      const onDay = registerSums(invented, { first: LocalDate.parse("2022-05-01"), last }, isOffered);
      const table = (await readReportTable(verifier.actor, { unitId: province.units.province, point: { through: last, asOf: window.last } }, now))!;
      for (const { place, cells, members } of table.lines) {
        if (place.kind !== "unit") continue;
        const sums = sumOf([...onDay].filter(([unitId]) => topOf(unitId) === place.id).map(([, sum]) => sum));
        expect({ ratios: told(cells.ratios), members }, `${place.name} on ${last}`).toEqual({ ratios: told(registerRatios(sums, true)), members: sums.members });
      }
      for (const [indicator, ratio] of Object.entries(told(table.total.cells.ratios)) as [RegisterIndicator, Ratio][]) {
        expect({ part: await rowsBehind(indicator, "part", last), whole: await rowsBehind(indicator, "whole", last) }, `rows of ${indicator} on ${last}`).toEqual(ratio);
      }
    }
    expect(await settle(), "said twice is said once").toBe(0);
  });
});

describe("paper dossiers of members and public employees", () => {
  test("are those where the service can be had online, by unit, with the end of the number only", async () => {
    await facts.clear();
    const [a, b] = [communes[0]!.id, communes[2]!.id];
    await facts.addMembers([member("p1", a, { validTo: LocalDate.parse("2026-05-01") }), member("p1", b, { validFrom: LocalDate.parse("2026-05-01") }), member("p2", b, { unionMember: false })]);
    const service = "Đăng ký khai sinh";
    await facts.addBatch("dossiers", "2026-08-01T00:00:00Z", [
      dossierRow("H01-1", "p1", "2026-04-30", "paper", service), dossierRow("H01-2", "p1", "2026-05-01", "paper", `1.000689 - ${service} (cấp xã)`), dossierRow("H01-3", "p1", "2026-05-02", "online", service),
      dossierRow("H01-4", "p2", "2026-05-03", "paper", service), dossierRow("H01-5", "p2", "2026-05-04", "paper", "Đăng ký khai sinh có yếu tố nước ngoài"),
      dossierRow("H01-6", "nobody", "2026-05-05", "paper", service), dossierRow("H01-7", "p1", "2023-12-31", "paper", service), dossierRow("H01-8", "p1", "2026-06-01", "paper", service),
    ]);
    await facts.addBatch("dossiers", "2026-08-02T00:00:00Z", [dossierRow("H01-8", "p1", "2026-06-01", "online", service)]);
    await facts.addBatch("dossiers", undefined, [dossierRow("H01-3", "p1", "2026-05-02", "paper", service)]);
    const list = (await readPaperDossiers(verifier.actor, province.units.province, window, screenOf(0), now))!;
    expect(list).toMatchObject({ count: 3, hasNext: false });
    expect(list.dossiers.map(({ code, unitName, unionMember, lastFour }) => [code, unitName, unionMember, lastFour])).toEqual([
      ["H01-1", "Đoàn xã A0", true, "4321"], ["H01-4", "Đoàn xã A1", false, "4321"], ["H01-2", "Đoàn xã A1", true, "4321"],
    ]);
    expect((await readPaperDossiers(verifier.actor, province.units.province, window, screenOf(1), now))!.dossiers).toEqual([]);
    const officer = await province.addActingPerson("officer", districts[0]!);
    expect((await readPaperDossiers(officer.actor, districts[0]!, window, screenOf(0), now))!.dossiers.map(({ code }) => code)).toEqual(["H01-1"]);
    expect((await readRegisterIndicators(verifier.actor, province.units.province, window, now))!.total.sums).toMatchObject({ dossiers: 4, online: 2, offered: 4, offeredOnline: 2, members: 1 });
  });
});

describe("the rows behind a share", () => {
  const through = window.last;
  const asked = { indicator: "online_rate", of: "whole", through, treeOn: through, page: 0 } as const;
  const rowsOf = async (actor: Person["actor"], query: Partial<ShareRowsQuery> & { unitId: string }) => (await readShareRows(actor, { ...asked, ...query }, now))!.rows;

  test("say by unit what counts and what does not, with the end of the number only, as the register spoke then", async () => {
    await facts.clear();
    const [a, b] = [communes[0]!.id, communes[2]!.id];
    await facts.addMembers([member("p1", a), member("p2", b)]);
    const service = "Đăng ký khai sinh";
    await facts.addBatch("dossiers", "2026-08-01T00:00:00Z", [dossierRow("H01-1", "p1", "2026-04-30", "online", service, true), dossierRow("H01-2", "p2", "2026-05-01", "online", "Cấp phép xây dựng", false), dossierRow("H01-3", "nobody", "2026-05-01", "online")]);
    await facts.addBatch("dossiers", "2026-08-02T00:00:00Z", [dossierRow("H01-1", "p1", "2026-04-30", "paper", service, true)]);
    expect(await rowsOf(verifier.actor, { unitId: province.units.province })).toEqual([
      { unitName: "Đoàn xã A0", code: "H01-1", lastFour: "4321", day: "2026-04-30", service, counts: false, told: true },
      { unitName: "Đoàn xã A1", code: "H01-2", lastFour: "4321", day: "2026-05-01", service: "Cấp phép xây dựng", counts: true, told: true },
    ]);
    const codes = async (query: Partial<ShareRowsQuery>) => (await rowsOf(verifier.actor, { unitId: province.units.province, ...query })).map(({ code }) => code);
    expect(await codes({ of: "rest" })).toEqual(["H01-1"]);
    expect(await codes({ of: "part", asOf: LocalDate.parse("2026-08-01") })).toEqual(["H01-1", "H01-2"]);
    expect(await codes({ indicator: "online_share" })).toEqual(["H01-1"]);
    expect(await codes({ indicator: "online_payment_share", of: "part" })).toEqual(["H01-1"]);
    expect(await codes({ first: LocalDate.parse("2026-05-01") })).toEqual(["H01-2"]);
    expect(await codes({ unitId: districts[0]!, place: "own" })).toEqual([]);
    expect(await codes({ page: 1 })).toEqual([]);
  });

  test("of accounts are those that count, with the unit they count for", async () => {
    await facts.clear();
    await facts.addBatch("accounts", "2026-08-01T00:00:00Z", [accountRow("p1", { createdOn: LocalDate.parse("2025-01-01"), transactions: 2 })]);
    await facts.addCounted([{ person: "p1", unitId: communes[0]!.id, countedOn: LocalDate.parse("2026-03-01") }, { person: "p2", unitId: communes[0]!.id, countedOn: LocalDate.parse("2026-03-02") }]);
    await province.client.query("update outcome_standing set account_unit_id = entry.unit_id, transacting = counted_on = '2026-03-01' from outcome join entry on entry.id = outcome.entry_id where outcome.id = outcome_id");
    const rows = await rowsOf(verifier.actor, { unitId: districts[0]!, indicator: "transacting_rate" });
    expect(rows.map(({ day, counts, told, receipt }) => [day, counts, told, receipt])).toEqual([["2026-03-02", false, false, "AAA-AAA"], ["2026-03-01", true, true, "AAA-AAA"]]);
  });

  test("are nobody's who only reads sums, and nobody's of another unit", async () => {
    for (const role of ["leader", "provincePlanner", "observer"] as const) {
      const { actor } = await province.addActingPerson(role, districts[0]!);
      expect(await readShareRows(actor, { ...asked, unitId: districts[0]! }, now)).toBeUndefined();
      const stolen = withActor(actor, (tx) => tx.$queryRaw`select * from share_rows(${districts[0]!}::uuid, '2026-08-20', 'online_rate', null, '2026-08-20', '2026-08-20', null)`);
      expect(await stolen).toEqual([]);
    }
    const officer = await province.addActingPerson("officer", districts[1]!);
    for (const unitId of [districts[0]!, province.units.province, randomUUID()]) expect(await readShareRows(officer.actor, { ...asked, unitId }, now)).toBeUndefined();
  });
});

describe("what the register doesn't say", () => {
  test("is said to be unknown, not zero", async () => {
    await facts.clear();
    await facts.addMembers([member("p1", communes[0]!.id)]);
    await facts.addBatch("accounts", "2026-08-01T00:00:00Z", [accountRow("p1", { createdOn: LocalDate.parse("2025-01-01") })], { mapping: { number: 0, createdOn: 1 } });
    expect((await readRegisterIndicators(verifier.actor, province.units.province, window, now))!.linksKnown).toBe(false);
    await facts.addBatch("accounts", "2026-08-02T00:00:00Z", [], { mapping: { number: 0, createdOn: 1, linkedOn: 2 } });
    expect((await readRegisterIndicators(verifier.actor, province.units.province, window, now))!.linksKnown).toBe(true);
  });
});

describe("of other units", () => {
  test.each(["officer", "leader", "volunteer", "provincePlanner"] as const)("a %s hears nothing, of unknown ones neither", async (role) => {
    const { actor } = await province.addActingPerson(role, districts[1]!);
    for (const unit of [districts[0]!, province.units.province, randomUUID()]) {
      expect(await readRegisterIndicators(actor, unit, window, now)).toBeUndefined();
      expect(await readPaperDossiers(actor, unit, window, screenOf(0), now)).toBeUndefined();
    }
  });

  test("the planner sees numbers, never dossiers", async () => {
    const { actor } = await province.addActingPerson("provincePlanner", province.units.province);
    expect((await readRegisterIndicators(actor, province.units.province, window, now))!.total.sums.members).toBeGreaterThan(0);
    expect(await readPaperDossiers(actor, province.units.province, window, screenOf(0), now)).toBeUndefined();
  });
});

async function rowsBehind(indicator: RegisterIndicator, of: RowPart, through: LocalDate): Promise<number> {
  return (await readShareRows(verifier.actor, { unitId: province.units.province, indicator, of, through, treeOn: through, page: 0 }, now))!.count;
}

/** Those that come from members and their dossiers; accounts are told by the counting, see tests/integration/counting. */
function told(ratios: Readonly<Partial<Record<RegisterIndicator, Ratio | undefined>>>) {
  const { online_rate, online_share, online_payment_share = { part: 0, whole: 0 }, members_with_account, members_vneid2 } = ratios;
  return { online_rate, online_share, online_payment_share, members_with_account, members_vneid2 };
}

/** @returns how many differences the tallies were told */
async function settle(): Promise<number> {
  const before = await province.client.query("select count(*)::int as count from tally");
  await withActor(verifier.actor, async (tx) => {
    await tx.$queryRaw`select own_counting()::text`;
    await settleMembers(tx, randomUUID(), now);
  });
  const after = await province.client.query("select count(*)::int as count from tally");
  return after.rows[0].count - before.rows[0].count;
}

const topOf = (unitId: string) => communes.find(({ id }) => id === unitId)?.district ?? unitId;
const keys = Object.keys(emptySums) as (keyof RegisterSums)[];
const sumOf = (all: readonly RegisterSums[]) => Object.fromEntries(keys.map((key) => [key, all.reduce((sum, one) => sum + one[key], 0)])) as RegisterSums;
