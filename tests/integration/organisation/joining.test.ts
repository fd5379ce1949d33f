import { afterAll, beforeAll, expect, test } from "vitest";
import { localDateOf } from "@/lib/domain/time/local-date";
import { invite, joinedIn, makeNewcomer } from "../../factories/joining";
import { makeOrganisedProvince, type OrganisedProvince } from "../../factories/organised-province";
import { makeSessionCookie } from "../../factories/session";

let province: OrganisedProvince;
beforeAll(async () => {
  province = await makeOrganisedProvince();
});
afterAll(() => province.remove());

test("whoever was invited to a unit of before joins what it went on in", async () => {
  const { teamA, teamB, district } = province.units;
  const now = new Date().toISOString();
  const leader = await province.addPerson("leader", teamA);
  const { secret } = await invite(await makeSessionCookie(province.client, leader.id), teamA);
  const officer = await province.addActingPerson("officer", district);
  expect((await province.change(officer, { kind: "merge", from: localDateOf(now), unitIds: [teamA], into: { unitId: teamB } }, now)).ok).toBe(true);
  const newcomer = makeNewcomer();
  expect(await joinedIn(await newcomer.join({ secret }))).toMatchObject({ outcome: "joined", unit: { id: teamB } });
  const { rows } = await province.client.query("select unit_id as unit from role_assignment where user_id = $1", [newcomer.person.id]);
  expect(rows).toEqual([{ unit: teamB }]);
});
