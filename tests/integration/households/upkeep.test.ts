import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { householdStateOf, type StandingVisit } from "@/lib/domain/household/household-state";
import { LocalDate } from "@/lib/domain/time/local-date";
import { visitResults } from "@/lib/domain/entry/household-visit";
import type { Person } from "@/lib/server/auth/person";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { openHousehold } from "@/lib/server/households/sealed-household";
import { makeAmend, makeManifest, makeReview, makeWithdraw } from "../../factories/commands";
import { act, addCampaign, addHouseholds, makeHouseholdVisit, makeVisitCommand } from "../../factories/households";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let campaign: Awaited<ReturnType<typeof addCampaign>>;
let people: { readonly person: Person; readonly unitId: string }[];
let volunteerA: Person;
let volunteerB: Person;
let leader: Person;
let officer: Person;

beforeAll(async () => {
  province = await makeWorkingProvince();
  const { units } = province;
  campaign = await addCampaign(province.client, province);
  ({ volunteerA, volunteerB, leaderA: leader, officer } = await province.addStaff());
  // The last one belongs to team B: what is recorded for team A waits in quarantine.
  people = [{ person: volunteerA, unitId: units.teamA }, { person: volunteerB, unitId: units.teamB }, { person: volunteerB, unitId: units.teamA }];
});
afterAll(() => province.remove());

const addHousehold = async (hamlet: string, head: string) => (await addHouseholds(province.client, province.provinceId, hamlet, [head]))[0]!;
const areaId = () => campaign.sharedHamlet;
const now = "2026-08-20T12:00:00.000Z";
const execute = (person: Person, ...commands: object[]) => executeCommands(person, { device: makeManifest(), commands }, { now });

async function stateOf(id: string) {
  const { rows } = await province.client.query(
    `select last_result as "lastResult", last_visit_on::text as "lastVisitOn", come_back_on::text as "comeBackOn", visit_count as "visitCount"
     from household where id = $1`, [id]);
  return Object.fromEntries(Object.entries(rows[0] ?? {}).filter(([, value]) => value !== null));
}

async function dataOf(id: string) {
  const { rows } = await province.client.query<{ wrappedKey: Buffer; keyVersion: number; sealed: Buffer | null }>(
    'select wrapped_key as "wrappedKey", key_version as "keyVersion", sealed from household where id = $1', [id]);
  const [row] = rows;
  return row?.sealed ? openHousehold({ id, wrappedKey: row.wrappedKey, keyVersion: row.keyVersion, sealed: row.sealed }) : undefined;
}

async function visitsOf(id: string): Promise<StandingVisit[]> {
  const { rows } = await province.client.query<{ id: string; status: StandingVisit["status"]; happenedOn: string; happenedAt: Date; result: StandingVisit["result"]; comeBackOn: string | null }>(
    `select id, status::text, happened_on::text as "happenedOn", happened_at as "happenedAt", content ->> 'result' as result, content ->> 'comeBackOn' as "comeBackOn"
     from entry where household_id = $1`, [id]);
  return rows.map(({ comeBackOn, happenedAt, happenedOn, ...visit }) => ({
    ...visit, happenedOn: LocalDate.parse(happenedOn), happenedAt: happenedAt.toISOString(), ...(comeBackOn ? { comeBackOn: LocalDate.parse(comeBackOn) } : {}),
  }));
}

const step = fc.record({
  who: fc.nat(2),
  result: fc.constantFrom(...visitResults),
  hour: fc.integer({ min: 0, max: 24 * 14 }),
  then: fc.constantFrom("nothing", "withdraw", "refuse", "undo", "confirm", "overturn", "return", "amend", "release"),
});

test("after any history a household is what its standing visits say, as the domain derives it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const id = randomUUID();
      for (const { who, result, hour, then } of steps) {
        const { person, unitId } = people[who]!;
        const happenedAt = new Date(Date.parse("2026-08-01T00:00:00.000Z") + hour * 3_600_000).toISOString();
        const comeBack = result === "absent" && hour % 2 === 0 ? { comeBackOn: "2026-08-25" } : {};
        const { entryId, ...command } = makeVisitCommand(unitId, makeHouseholdVisit({ id, areaId: areaId() }, { result, happenedAt, ...comeBack }));
        await act(person, [{ entryId, ...command }], now);
        const later: Record<typeof then, () => Promise<unknown>> = {
          nothing: () => Promise.resolve(),
          withdraw: () => execute(person, makeWithdraw(entryId, 1)),
          refuse: () => execute(officer, makeReview(entryId, 1, "refuse", { reason: "wrongOutcome" })),
          undo: () => execute(officer, makeReview(entryId, 1, "refuse", { reason: "wrongOutcome" }), makeReview(entryId, 2, "undo")),
          confirm: () => execute(officer, makeReview(entryId, 1, "confirm")),
          overturn: () => execute(officer, makeReview(entryId, 1, "confirm"), makeReview(entryId, 2, "overturn", { note: "Không đúng" })),
          return: () => execute(officer, makeReview(entryId, 1, "return", { reason: "wrongOutcome" })),
          amend: () => execute(person, makeAmend(entryId, 1, makeHouseholdVisit({ id, areaId: areaId() }, { result: "moved", happenedAt }) as never)),
          release: () => execute(officer, makeReview(entryId, 1, "release")),
        };
        await later[then]();
      }
      const visits = await visitsOf(id);
      const state = await stateOf(id);
      if (Object.keys(state).length > 0) expect(state).toEqual(householdStateOf(visits));
      else expect(householdStateOf(visits)).toEqual({ visitCount: 0 });
    }),
    { numRuns: 25 },
  );
});

describe("head and address", () => {
  test("are those of the visit that brought them with consent, sealed and found by the head", async () => {
    const id = randomUUID();
    await act(volunteerA, [makeVisitCommand(province.units.teamA, makeHouseholdVisit({ id, areaId: areaId(), head: "Đỗ Thị Ánh", address: "Số 3" }))]);
    expect(await dataOf(id)).toEqual({ head: "Đỗ Thị Ánh", address: "Số 3" });
    const { rows } = await province.client.query("select sealed, head_hash from household where id = $1", [id]);
    expect(rows[0].sealed.toString("utf8")).not.toContain("Ánh");
    expect(rows[0].head_hash).toHaveLength(32);
  });

  test("of a list stay when nobody was at home, and give way to what a visit heard", async () => {
    const id = await addHousehold(areaId(), "Phan Văn Khải");
    await act(volunteerA, [makeVisitCommand(province.units.teamA, makeHouseholdVisit({ id, areaId: areaId() }, { result: "absent" }))]);
    expect(await dataOf(id)).toMatchObject({ head: "Phan Văn Khải" });
    await act(volunteerB, [makeVisitCommand(province.units.teamB, makeHouseholdVisit({ id, areaId: areaId(), head: "Phan Văn Khải Em" }, { happenedAt: "2026-08-08T08:30:00.000Z" }))]);
    expect(await dataOf(id)).toMatchObject({ head: "Phan Văn Khải Em" });
  });

  test("of an older visit that arrives late don't replace the newer ones", async () => {
    const id = randomUUID();
    await act(volunteerA, [makeVisitCommand(province.units.teamA, makeHouseholdVisit({ id, areaId: areaId(), head: "Đặng Mới" }))]);
    await act(volunteerB, [makeVisitCommand(province.units.teamB, makeHouseholdVisit({ id, areaId: areaId(), head: "Đặng Cũ" }, { happenedAt: "2026-08-05T08:30:00.000Z" }))]);
    expect(await dataOf(id)).toMatchObject({ head: "Đặng Mới" });
    expect(await stateOf(id)).toMatchObject({ lastVisitOn: "2026-08-07", visitCount: 2 });
  });

  test("go with the visit that is refused, and the one before speaks again where the reviewer may read it", async () => {
    const id = randomUUID();
    await act(volunteerA, [makeVisitCommand(province.units.teamA, makeHouseholdVisit({ id, areaId: areaId(), head: "Hồ Văn Một" }))]);
    const second = makeVisitCommand(province.units.teamA, makeHouseholdVisit({ id, areaId: areaId(), head: "Hồ Văn Hai" }, { happenedAt: "2026-08-07T10:30:00.000Z" }));
    await act(volunteerA, [second]);
    expect(await dataOf(id)).toMatchObject({ head: "Hồ Văn Hai" });
    await act(leader, [makeReview(second.entryId, 1, "refuse", { reason: "wrongOutcome" })]);
    expect(await dataOf(id)).toMatchObject({ head: "Hồ Văn Một" });
  });

  test("go when an amendment takes them away", async () => {
    const id = randomUUID();
    const visit = makeVisitCommand(province.units.teamA, makeHouseholdVisit({ id, areaId: areaId() }));
    await act(volunteerA, [visit]);
    await act(volunteerA, [makeAmend(visit.entryId, 1, makeHouseholdVisit({ id, areaId: areaId() }, { result: "absent" }) as never)]);
    expect(await dataOf(id)).toBeUndefined();
    expect(await stateOf(id)).toMatchObject({ lastResult: "absent", visitCount: 1 });
  });

  test("are destroyed with the consent, also when their author has left the hamlet's teams", async () => {
    const id = randomUUID();
    const visit = makeVisitCommand(province.units.teamA, makeHouseholdVisit({ id, areaId: areaId() }));
    const author = await province.addActingPerson("volunteer", province.units.teamA);
    await act(author, [visit]);
    await province.client.query("delete from role_assignment where user_id = $1", [author.actor.userId]);
    await act({ ...author, actor: { ...author.actor, assignments: [] } }, [{ id: randomUUID(), entryId: visit.entryId, issuedAt: now, type: "withdrawConsent" }]);
    const { rows } = await province.client.query("select wrapped_key, sealed, head_hash, erased_at is not null as erased from household where id = $1", [id]);
    expect(rows).toEqual([{ wrapped_key: null, sealed: null, head_hash: null, erased: true }]);
    await act(volunteerB, [makeVisitCommand(province.units.teamB, makeHouseholdVisit({ id, areaId: areaId() }))]);
    expect(await dataOf(id)).toBeUndefined();
  });
});

describe("the walls around households", () => {
  test("a visit from outside of the hamlet's teams never changes a head that is there", async () => {
    const id = await addHousehold(campaign.ownHamlet, "Phan Thị Lài");
    await act(volunteerB, [makeVisitCommand(province.units.teamB, makeHouseholdVisit({ id, areaId: campaign.ownHamlet, head: "Người Khác" }))]);
    expect(await dataOf(id)).toMatchObject({ head: "Phan Thị Lài" });
  });

  test("a visit that names a household of another hamlet doesn't speak for it", async () => {
    const id = await addHousehold(campaign.ownHamlet, "Phan Thị Lài");
    await act(volunteerB, [makeVisitCommand(province.units.teamB, makeHouseholdVisit({ id, areaId: campaign.sharedHamlet, head: "Người Khác" }))]);
    expect(await stateOf(id)).toEqual({ visitCount: 0 });
    expect(await dataOf(id)).toMatchObject({ head: "Phan Thị Lài" });
  });
});

test("two teams that send a visit at the same household at the same moment both stand in it", async () => {
  for (let round = 0; round < 5; round += 1) {
    const id = randomUUID();
    const visit = (unitId: string) => makeVisitCommand(unitId, makeHouseholdVisit({ id, areaId: areaId() }));
    await Promise.all([act(volunteerA, [visit(province.units.teamA)]), act(volunteerB, [visit(province.units.teamB)])]);
    expect(await stateOf(id)).toMatchObject({ visitCount: 2 });
    const { rows } = await province.client.query("select flags from entry where household_id = $1", [id]);
    expect(rows).toEqual([{ flags: ["possibleDuplicate"] }, { flags: ["possibleDuplicate"] }]);
  }
});
