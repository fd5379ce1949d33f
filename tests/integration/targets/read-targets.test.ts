import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LocalDate } from "@/lib/domain/time/local-date";
import { withActor } from "@/lib/server/database/with-actor";
import { readDefinitions } from "@/lib/server/targets/read-definitions";
import { readTargetGrid } from "@/lib/server/targets/read-target-grid";
import { readTargetHistory } from "@/lib/server/targets/read-target-history";
import { readTargets } from "@/lib/server/unit-numbers/read-targets";
import { insertRows } from "../../../prisma/demo/insert-rows";
import { makeTargetDesk } from "../../factories/target-desk";

const now = "2026-08-07T03:00:00.000Z";
const { province, planner, officer, leader, volunteer, observer } = await makeTargetDesk(now);

beforeAll(async () => {
  const target = (indicator: string, value: number, set_at: string, superseded_at: string | null = null) =>
    ({ id: randomUUID(), province_id: province.provinceId, unit_id: province.units.district, year: 2026, indicator, value, set_at, superseded_at });
  await insertRows(province.client, "target", [
    // Raised in the evening of 10 May, in Vietnam, and taken away in July.
    target("citizen_accounts", 100, "2026-02-01T02:00:00.000Z", "2026-05-10T14:00:00.000Z"),
    target("citizen_accounts", 150, "2026-05-10T14:00:00.000Z", "2026-07-01T02:00:00.000Z"),
    // Mistyped, and mended at once.
    target("online_dossiers", 5, "2026-06-01T02:00:00.000Z", "2026-06-01T02:01:00.000Z"),
    target("online_dossiers", 50, "2026-06-01T02:01:00.000Z"),
  ]);
});
afterAll(() => province.remove());

const read = (asOf?: string) =>
  withActor(observer.actor, async (tx) => (await readTargets(tx, [province.units.district], 2026, asOf ? LocalDate.parse(asOf) : undefined)).get(province.units.district));

test.each([
  ["2026-05-09", { citizen_accounts: 100, online_dossiers: 50 }],
  ["2026-05-10", { citizen_accounts: 150, online_dossiers: 50 }],
  ["2026-06-01", { citizen_accounts: 150, online_dossiers: 50 }],
  ["2026-07-01", { online_dossiers: 50 }],
  [undefined, { online_dossiers: 50 }],
])("targets as they stood at the end of %s", async (asOf, targets) => {
  expect(await read(asOf)).toEqual(targets);
});

describe("reading", () => {
  test("is for whoever sees the unit; a unit of others is one that nobody knows", async () => {
    const { units } = province;
    expect(await readTargetGrid(leader.actor, units.teamA, 2026, now)).toMatchObject({ parents: [], unit: { mayEdit: false } });
    expect((await readTargetGrid(observer.actor, units.teamA, 2026, now))?.parents.map(({ id }) => id)).toEqual([units.province, units.district]);
    for (const [person, unitId] of [[leader, units.teamB], [officer, units.province], [volunteer, units.teamA], [planner, randomUUID()]] as const) {
      expect(await readTargetGrid(person.actor, unitId, 2026, now)).toBeUndefined();
      expect(await readTargetHistory(person.actor, { unitId, year: 2026, page: 1 }, now)).toBeUndefined();
    }
  });

  test("of definitions says for which days each speaks", async () => {
    const { member_accounts: versions, online_rate } = await readDefinitions(leader.actor);
    expect(versions).toEqual([expect.objectContaining({ from: expect.stringMatching(/^\d{4}-/), ageFrom: 16, ageThrough: 30, evidence: "register", credit: "recorderUnit" })]);
    expect(online_rate).toBeUndefined();
  });
});
