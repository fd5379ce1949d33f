import { randomUUID } from "node:crypto";
import type { ReportIndicator } from "@/lib/domain/report/report-table";
import type { TargetChange } from "@/lib/protocol/targets";
import type { Person } from "@/lib/server/auth/person";
import { changeTargets } from "@/lib/server/targets/change-targets";
import { readTargetGrid } from "@/lib/server/targets/read-target-grid";
import { insertRows } from "../../prisma/demo/insert-rows";
import { makeWorkingProvince } from "./working-province";

type Cell = readonly [unitId: string, indicator: ReportIndicator, to: TargetChange["to"], expected?: number | null];

export const changesOf = (cells: readonly Cell[]) => cells.map(([unitId, indicator, to, expected = null]) => ({ unitId, indicator, to, expected }));

/** A province with those who set targets, and those who don't. */
export async function makeTargetDesk(now: string) {
  const province = await makeWorkingProvince();
  const { units, client, provinceId } = province;
  const { officer, leaderA: leader, volunteerA: volunteer } = await province.addStaff();
  const planner = await province.addActingPerson("provincePlanner", units.province);
  const observer = await province.addActingPerson("observer", units.province);
  return {
    province, planner, officer, leader, volunteer, observer,
    /** Those who set none of the teams' targets. */
    others: {
      volunteer, leader, observer,
      verifier: await province.addActingPerson("provinceVerifier", units.province),
      otherOfficer: await province.addActingPerson("officer", units.teamB),
    } as Record<string, Person>,
    set: (person: Person, cells: readonly Cell[], { year = 2026, id = randomUUID() as string, at = now } = {}) =>
      changeTargets(person.actor, { action: "set", id, year, origin: "hand", changes: changesOf(cells) }, at),
    targetsOf: async (unitId: string, year = 2026, person = planner) => (await readTargetGrid(person.actor, unitId, year, now))?.unit.targets,
    addMembers: (unitId: string, count: number) => insertRows(client, "member", Array.from({ length: count }, () => (
      { id: randomUUID(), province_id: provinceId, number_hash: `\\x${randomUUID().replaceAll("-", "")}`, hash_version: 1, unit_id: unitId, last_four: "1234", valid_from: "2022-05-01" }))),
  };
}
