import { afterAll, beforeAll, expect, test } from "vitest";
import type { Person } from "@/lib/server/auth/person";
import { readTreeOfDay } from "@/lib/server/organisation/read-tree";
import { readUnitPage } from "@/lib/server/organisation/read-unit";
import { readReportTable } from "@/lib/server/reports/read-report-table";
import { day } from "../../factories/organisation";
import { makeOrganisedProvince, type OrganisedProvince } from "../../factories/organised-province";

const now = "2024-06-20T03:00:00.000Z";
let province: OrganisedProvince;
let officer: Person;

beforeAll(async () => {
  province = await makeOrganisedProvince();
  officer = await province.addActingPerson("officer", province.units.district);
  await province.change(officer, { kind: "rename", from: day("2024-06-15"), unitId: province.units.teamA, name: "Đội xã Tuy Phước Đông" }, now);
});
afterAll(() => province.remove());

test("a unit is called in a tree and in a report as it was on that day", async () => {
  const { district, teamA } = province.units;
  for (const [on, name] of [["2024-06-14", "Đội xã Phước Lộc"], ["2024-06-15", "Đội xã Tuy Phước Đông"]] as const) {
    const { rows } = await readTreeOfDay(officer.actor, day(on), now);
    expect(rows.find(({ id }) => id === teamA)?.name).toBe(name);
    const table = (await readReportTable(officer.actor, { unitId: district, treeOn: day(on), point: { through: day("2024-06-19"), asOf: day("2024-06-19") } }, now))!;
    expect(table.lines.flatMap(({ place }) => (place.kind === "unit" && place.id === teamA ? [place.name] : []))).toEqual([name]);
  }
});

test("an officer's tree begins at the own unit; other units, and what is above, are not there", async () => {
  const { district, teamA, teamB, province: root, otherDistrict, teamC } = province.units;
  expect((await readTreeOfDay(officer.actor, day("2024-06-20"), now)).rows.map(({ id }) => id)).toEqual(expect.arrayContaining([district, teamA, teamB]));
  for (const id of [root, otherDistrict, teamC]) {
    expect((await readTreeOfDay(officer.actor, day("2024-06-20"), now)).rows.map((row) => row.id)).not.toContain(id);
    expect(await readUnitPage(officer.actor, id, now)).toBeUndefined();
  }
  expect(await readUnitPage(officer.actor, teamA, now)).toMatchObject({
    name: "Đội xã Tuy Phước Đông", path: [{ id: district }], mayChange: true, mayPutBelow: false,
    formerNames: [{ name: "Đội xã Phước Lộc", validFrom: "2022-05-01", validTo: "2024-06-15" }], history: [{ kind: "rename", from: "2024-06-15" }],
  });
});

test("whoever carries a unit on still sees what it was", async () => {
  const { units, officer: own, otherOfficer, leader } = await province.plant();
  await province.change(own, { kind: "merge", from: day("2024-06-18"), unitIds: [units.teamA], into: { unitId: units.teamB } }, now);
  const leaderNow = await province.again(leader);
  expect((await readTreeOfDay(leaderNow.actor, day("2024-06-17"), now)).rows.map(({ id }) => id)).toEqual([units.teamB, units.teamA]);
  expect((await readTreeOfDay(leaderNow.actor, day("2024-06-18"), now)).rows.map(({ id }) => id)).toEqual([units.teamB]);
  expect(await readUnitPage(leaderNow.actor, units.teamA, now)).toMatchObject({ successors: [{ id: units.teamB, from: "2024-06-18" }] });
  expect(await readUnitPage(otherOfficer.actor, units.teamA, now)).toBeUndefined();
});
