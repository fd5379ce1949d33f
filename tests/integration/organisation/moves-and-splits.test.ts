import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Person } from "@/lib/server/auth/person";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { withActor } from "@/lib/server/database/with-actor";
import { makeManifest, makeReview } from "../../factories/commands";
import { day } from "../../factories/organisation";
import { makeOrganisedProvince, type OrganisedProvince } from "../../factories/organised-province";

const from = day("2024-06-15");
const [decidedAt, later] = ["2024-06-14T03:00:00.000Z", "2024-06-20T03:00:00.000Z"];

let province: OrganisedProvince;
let verifier: Person;
let planted: Awaited<ReturnType<OrganisedProvince["plant"]>>;

beforeAll(async () => {
  province = await makeOrganisedProvince();
  verifier = await province.addActingPerson("provinceVerifier", province.units.province);
});
afterAll(() => province.remove());
beforeEach(async () => {
  planted = await province.plant();
});

const seenBy = (person: Person) => withActor(person.actor, async (tx) => (await tx.$queryRaw<{ id: string }[]>`select id from entry`).map(({ id }) => id));
const confirm = async (person: Person, entryId: string) =>
  (await executeCommands(person, { device: makeManifest(), commands: [makeReview(entryId, 1, "confirm")] }, { now: later }))[0]?.verdict;

describe("after a team moved to another district", () => {
  test("its entries are in the hands of the district of their day, in the application and in SQL", async () => {
    const { teamA, otherDistrict } = planted.units;
    const before = await province.record(planted.volunteer, teamA, "2024-06-10");
    expect((await province.change(verifier, { kind: "move", from, unitId: teamA, parentId: otherDistrict }, decidedAt)).ok).toBe(true);
    const after = await province.record(planted.volunteer, teamA, "2024-06-16");
    expect(await seenBy(planted.officer)).toEqual([before.entryId]);
    expect(await seenBy(planted.otherOfficer)).toEqual([after.entryId]);
    expect((await seenBy(planted.leader)).sort()).toEqual([before.entryId, after.entryId].sort());
    expect(await confirm(planted.otherOfficer, before.entryId)).toBe("refused");
    expect(await confirm(planted.officer, before.entryId)).toBe("accepted");
    expect(await confirm(planted.officer, after.entryId)).toBe("refused");
    expect(await confirm(planted.otherOfficer, after.entryId)).toBe("accepted");
  });

  test("an officer takes nothing from another district, and gives nothing away", async () => {
    const { teamA, teamC, district, otherDistrict } = planted.units;
    const refused = { ok: false, error: { code: "unknownOrForbidden", field: expect.any(String) as string } };
    expect(await province.change(planted.otherOfficer, { kind: "move", from, unitId: teamA, parentId: otherDistrict }, decidedAt)).toEqual(refused);
    expect(await province.change(planted.otherOfficer, { kind: "move", from, unitId: teamC, parentId: district }, decidedAt)).toEqual(refused);
    expect(await province.change(planted.otherOfficer, { kind: "close", from, unitId: otherDistrict }, decidedAt)).toEqual(refused);
  });
});

describe("after a split", () => {
  const split = ({ north, south }: Record<"north" | "south", string>) => ({
    kind: "split" as const, from, unitId: planted.units.teamA, carriedInto: south,
    into: [north, south].map((id, index) => ({ opens: { id, name: `Đội Phước Lộc ${index + 1}` }, parentId: planted.units.district })),
  });

  test("people go on in the heir that was named, and so does what their phones bring", async () => {
    const { teamA } = planted.units;
    const heirs = { north: randomUUID(), south: randomUUID() };
    expect((await province.change(planted.officer, split(heirs), decidedAt)).ok).toBe(true);
    const volunteer = await province.again(planted.volunteer);
    expect(await province.record(volunteer, teamA, "2024-06-16", later)).toMatchObject({ unitId: heirs.south, status: "submitted" });
    expect(await province.record(volunteer, teamA, "2024-06-12", later)).toMatchObject({ unitId: teamA, status: "submitted" });
  });

  test("what a stranger records for the closed unit waits there, for either heir to decide", async () => {
    const heirs = { north: randomUUID(), south: randomUUID() };
    expect((await province.change(planted.officer, split(heirs), decidedAt)).ok).toBe(true);
    const outsider = await province.addActingPerson("volunteer", planted.units.teamC);
    const entry = await province.record(outsider, planted.units.teamA, "2024-06-16", later);
    expect(entry).toMatchObject({ unitId: planted.units.teamA, status: "quarantined" });
    const leaderNorth = await province.addActingPerson("leader", heirs.north);
    expect(await seenBy(leaderNorth)).toEqual([entry.entryId]);
  });
});

describe("the walls", () => {
  test("nobody writes the tree past what they may change", async () => {
    const { district, teamA, teamC, province: root } = planted.units;
    const asks: readonly ((person: Person) => Promise<unknown>)[] = [
      ({ actor }) => withActor(actor, (tx) => tx.$executeRaw`insert into unit_parent (province_id, unit_id, parent_id, valid_from) values (app_province(), ${teamC}::uuid, ${district}::uuid, '2024-01-01')`),
      ({ actor }) => withActor(actor, (tx) => tx.$executeRaw`insert into unit_successor (province_id, unit_id, successor_id, "from") values (app_province(), ${teamC}::uuid, ${teamA}::uuid, '2024-01-01')`),
      ({ actor }) => withActor(actor, (tx) => tx.$executeRaw`insert into unit_former_name (province_id, unit_id, name, valid_from, valid_to) values (app_province(), ${root}::uuid, 'x', '2022-01-01', '2024-01-01')`),
      ({ actor }) => withActor(actor, (tx) => tx.$queryRaw`select hand_over_unit(${teamA}::uuid, ${teamC}::uuid, '2024-06-15')::text`),
      ({ actor }) => withActor(actor, (tx) => tx.$executeRaw`delete from unit_parent`),
      ({ actor }) => withActor(actor, (tx) => tx.$executeRaw`delete from unit_change`),
      ({ actor }) => withActor(actor, (tx) => tx.$executeRaw`update unit_jurisdiction set whole = true`),
      ({ actor }) => withActor(actor, (tx) => tx.$queryRaw`select refresh_unit_ancestors()::text`),
    ];
    for (const person of [planted.leader, planted.officer, planted.otherOfficer]) for (const ask of asks) await expect(ask(person)).rejects.toThrow("42501");
    const renamed = async (person: Person, id: string) => withActor(person.actor, (tx) => tx.$executeRaw`update unit set name = 'x' where id = ${id}::uuid`);
    for (const [person, id] of [[planted.leader, teamA], [planted.officer, district], [planted.officer, teamC], [planted.otherOfficer, teamA], [verifier, root]] as const) expect(await renamed(person, id)).toBe(0);
    await expect(withActor(planted.leader.actor, (tx) => tx.$queryRaw`select settle_unit_tree()::text`)).rejects.toThrow("42501");
  });

  test("on each day a unit stands below one unit of a higher kind, whoever writes", async () => {
    const { client, provinceId } = province;
    const { units } = planted;
    const write = (unitId: string, parentId: string, since: string) =>
      client.query(`insert into unit_parent (province_id, unit_id, parent_id, valid_from, valid_to) values ($1, $2, $3, $4, '2025-01-01')`, [provinceId, unitId, parentId, since]);
    await expect(write(units.teamA, units.otherDistrict, "2024-01-01")).rejects.toThrow("one parent at a time");
    await client.query("update unit_parent set valid_to = '2024-01-01' where unit_id = $1", [units.teamA]);
    await expect(write(units.teamA, units.teamB, "2024-02-01")).rejects.toThrow("higher kind");
    await write(units.teamA, units.otherDistrict, "2024-01-01");
  });
});

describe("two people who change the same units at once", () => {
  test("wait for each other; the second one decides on what the first left", async () => {
    const { teamA, teamB } = planted.units;
    const merge = { kind: "merge" as const, from, unitIds: [teamA], into: { unitId: teamB } };
    const answers = await Promise.all([province.change(planted.officer, merge, decidedAt), province.change(verifier, merge, decidedAt)]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const { rows } = await province.client.query("select count(*)::int as count from unit_successor where unit_id = $1", [teamA]);
    expect(rows).toEqual([{ count: 1 }]);
  });
});

