import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/people/actor";
import { addDays, LocalDate } from "@/lib/domain/time/local-date";
import { withActor } from "@/lib/server/database/with-actor";
import { readTreeOfDay } from "@/lib/server/organisation/read-tree";
import { readOrganisationArticles } from "@/lib/server/reports/read-organisation-articles";
import { readReportTable } from "@/lib/server/reports/read-report-table";
import { loadAreas } from "../../../prisma/demo/areas";
import { insertRows } from "../../../prisma/demo/insert-rows";
import { createDice } from "../../../prisma/demo/invented";
import { loadUnits } from "../../../prisma/demo/units";
import { loadCommunes, reformDay } from "../../../prisma/province-2023/communes";
import { reformProvince } from "../../../prisma/province-2023/reform-2025";
import { makeSmallProvince, type SmallProvince } from "../../factories/small-province";

const reform = LocalDate.parse(reformDay);
const eve = addDays(reform, -1);
const now = "2026-08-20T03:00:00.000Z";

let setting: SmallProvince;
let verifier: Actor;
let root: string;
const provinceId = randomUUID();

/** The old province of the lists, with numbers of every unit before the reform and of every unit since. */
beforeAll(async () => {
  setting = await makeSmallProvince();
  const { client } = setting;
  await client.query("select set_config('app.province', $1, false)", [provinceId]);
  await insertRows(client, "province", [{ id: provinceId, code: "052", name: "Bình Định", feed_epoch: randomUUID() }]);
  const units = await loadUnits(client, provinceId);
  await loadAreas(client, provinceId);
  root = units.find(({ kind }) => kind === "province")!.id;
  const userId = randomUUID();
  await insertRows(client, "app_user", [{ id: userId, province_id: provinceId, login: "vanphong", name: "Đặng Mỹ Hạnh", must_change_password: false, session_version: 1, created_at: new Date() }]);
  await insertRows(client, "role_assignment", [{ id: randomUUID(), province_id: provinceId, user_id: userId, role: "provinceVerifier", unit_id: root, valid_from: "2022-05-01" }]);
  verifier = { provinceId, userId, active: true, assignments: [{ role: "provinceVerifier", unitId: root, validFrom: LocalDate.parse("2022-05-01") }] };
  await loadCommunes(client, provinceId, units);
  await tell("2024-05-05");
  await reformProvince(client, verifier);
  await tell("2026-02-02");
}, 120_000);
afterAll(() => setting.remove());

/** Something of every unit that is there on a day. */
async function tell(day: string): Promise<void> {
  const dice = createDice(Number(day.slice(0, 4)));
  const { rows } = await setting.client.query<{ id: string }>("select id from unit where province_id = $1 and valid_from <= $2 and (valid_to is null or $2 < valid_to)", [provinceId, day]);
  await insertRows(setting.client, "tally", rows.map(({ id }) => ({
    province_id: provinceId, unit_id: id, indicator: "articles", stage: "matched", decided_on: day, happened_on: day, delta: 1 + dice.below(9),
  })));
}

test("the tree of the old province and of 2025 are those of the lists", async () => {
  const kindsOf = async (day: LocalDate) => {
    const { rows } = await readTreeOfDay(verifier, day, now);
    const below = rows.filter(({ parentId }) => parentId === root);
    return { direct: below.filter(({ kind }) => kind === "directUnit").length, communes: rows.filter(({ kind }) => kind === "grassroots").length, below: below.length };
  };
  expect(await kindsOf(eve)).toEqual({ direct: 20, communes: 159, below: 20 });
  expect(await kindsOf(reform)).toEqual({ direct: 9, communes: 135, below: 144 });
});

test("every commune went where its area went, on the same day", async () => {
  const { rows } = await setting.client.query(`
    select unit.name from unit
    join area on area.province_id = unit.province_id and area.official_code = unit.official_code and area.kind = 'commune' and area.valid_to = $1
    join area later on later.id = area.successor_id
    left join unit_successor step on step.unit_id = unit.id and step."from" = $1
    left join unit heir on heir.id = step.successor_id and heir.valid_from = $1 and heir.official_code = later.official_code
    where unit.kind = 'grassroots' and unit.valid_to = $1 and heir.id is null`, [reform]);
  expect(rows).toEqual([]);
});

test("teams stand below the new communes; who served a district serves there no longer", async () => {
  const { rows } = await readTreeOfDay(verifier, reform, now);
  const teams = rows.filter(({ kind }) => kind === "team");
  expect(teams).toHaveLength(9);
  for (const { parentId } of teams) expect(rows.find(({ id }) => id === parentId)?.kind).toBe("grassroots");
});

test.each(["2024-12-31", "2026-06-30"])("the province's total until %s is the same under either tree, and all lines add up to it", async (through) => {
  const until = LocalDate.parse(through);
  const under = async (treeOn: LocalDate) => {
    const table = (await readReportTable(verifier, { unitId: root, treeOn, point: { through: until, asOf: LocalDate.parse("2026-08-19") } }, now))!;
    const matched = (line: (typeof table)["total"]) => line.cells.counts.articles.matched;
    return { total: matched(table.total), lines: table.lines.reduce((sum, line) => sum + matched(line), 0), residual: table.lines.some(({ place }) => place.kind === "residual") };
  };
  const [before, after] = [await under(eve), await under(reform)];
  expect(before.total).toBeGreaterThan(0);
  expect(before.lines).toBe(before.total);
  expect(after).toEqual({ total: before.total, lines: before.total, residual: true });
});

test("organisations have the articles of what they were made of: under the new tree as many as under the old one", async () => {
  const until = LocalDate.parse("2024-12-31");
  const point = { through: until, asOf: LocalDate.parse("2026-08-19") };
  const under = (treeOn: LocalDate) => withActor(verifier, async (tx) => (await readOrganisationArticles(tx, root, point, treeOn)).reduce((sum, { matched }) => sum + matched, 0));
  const [before, after] = [await under(eve), await under(reform)];
  expect(before).toBeGreaterThan(0);
  expect(after).toBe(before);
});
