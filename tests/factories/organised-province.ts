import { randomUUID } from "node:crypto";
import type { OrganisationChange } from "@/lib/domain/organisation/organisation-change";
import type { RoleAssignment } from "@/lib/domain/people/actor";
import type { Person } from "@/lib/server/auth/person";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { askOrganisation } from "@/lib/server/organisation/change-organisation";
import { insertRows } from "../../prisma/demo/insert-rows";
import { makeManifest, makeRecord } from "./commands";
import { makeHelpSession } from "./help-session";
import { makeWorkingProvince } from "./working-province";

/** The working province with a second district beside the first, and as many more of both as tests need. */
export async function makeOrganisedProvince() {
  const province = await makeWorkingProvince();
  const { client, provinceId: province_id, units } = province;
  const plantDistrict = async (name: string, teams: readonly string[]) => {
    const since = { province_id, valid_from: "2022-05-01" };
    const [id, teamIds] = [randomUUID() as string, teams.map(() => randomUUID() as string)];
    await insertRows(client, "unit", [
      { ...since, id, kind: "directUnit", name, sort_order: 5 }, ...teamIds.map((teamId, index) => ({ ...since, id: teamId, kind: "team", name: teams[index], sort_order: 6 })),
    ]);
    await insertRows(client, "unit_parent", [
      { ...since, unit_id: id, parent_id: units.province }, ...teamIds.map((teamId) => ({ ...since, unit_id: teamId, parent_id: id })),
    ]);
    await client.query("select refresh_unit_ancestors()");
    return [id, ...teamIds] as const;
  };
  const [otherDistrict, teamC] = await plantDistrict("Huyện đoàn Hoài Ân", ["Đội xã Ân Thạnh"]);
  return {
    ...province,
    units: { ...units, otherDistrict, teamC: teamC! },
    /** Two more districts with a team or two, and people of the first. */
    plant: async () => {
      const [first, teamA, teamB] = await plantDistrict(`Huyện đoàn ${randomUUID()}`, ["Đội một", "Đội hai"]);
      const [second, other] = await plantDistrict(`Huyện đoàn ${randomUUID()}`, ["Đội ba"]);
      return {
        units: { province: units.province, district: first, teamA: teamA!, teamB: teamB!, otherDistrict: second, teamC: other! },
        volunteer: await province.addActingPerson("volunteer", teamA!),
        leader: await province.addActingPerson("leader", teamA!),
        officer: await province.addActingPerson("officer", first),
        otherOfficer: await province.addActingPerson("officer", second),
      };
    },
    /** The person as the server knows them now, with the roles that they hold since. */
    again: async (person: Person): Promise<Person> => {
      const { rows } = await client.query<{ role: RoleAssignment["role"]; unitId: string; validFrom: RoleAssignment["validFrom"]; validTo: RoleAssignment["validFrom"] | null }>(
        `select role::text, unit_id as "unitId", valid_from::text as "validFrom", valid_to::text as "validTo" from role_assignment where user_id = $1 order by valid_from`, [person.actor.userId]);
      return { ...person, actor: { ...person.actor, assignments: rows.map(({ validTo, ...held }) => ({ ...held, ...(validTo ? { validTo } : {}) })) } };
    },
    /** Looks at a change, then does it. */
    change: async (person: Person, change: OrganisationChange, now: string, id: string = randomUUID()) => {
      const looked = await askOrganisation(person.actor, { action: "preview", change }, now);
      if (!looked.ok) return looked;
      return askOrganisation(person.actor, { action: "apply", id, change, seen: "seen" in looked.value ? looked.value.seen : "" }, now);
    },
    /** Records one help session of a day for a unit, and says what became of it. */
    record: async (person: Person, unitId: string, day: string, now = `${day}T09:00:00.000Z`) => {
      const command = makeRecord(unitId, makeHelpSession({ happenedAt: `${day}T02:00:00.000Z` }));
      const [verdict] = await executeCommands(person, { device: makeManifest(), commands: [command] }, { now });
      const { rows } = await client.query<{ unitId: string; status: string }>(`select unit_id as "unitId", status from entry where id = $1`, [command.entryId]);
      return { entryId: command.entryId, verdict, ...rows[0] };
    },
  };
}

export type OrganisedProvince = Awaited<ReturnType<typeof makeOrganisedProvince>>;
