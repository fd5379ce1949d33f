import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { Person } from "@/lib/server/auth/person";
import { withActor } from "@/lib/server/database/with-actor";
import { readTargets } from "@/lib/server/unit-numbers/read-targets";
import { insertRows } from "../../../prisma/demo/insert-rows";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let verifier: Person;

beforeAll(async () => {
  province = await makeWorkingProvince();
  verifier = await province.addActingPerson("provinceVerifier", province.units.province);
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
  withActor(verifier.actor, async (tx) => (await readTargets(tx, [province.units.district], 2026, asOf ? LocalDate.parse(asOf) : undefined)).get(province.units.district));

test.each([
  ["2026-05-09", { citizen_accounts: 100, online_dossiers: 50 }],
  ["2026-05-10", { citizen_accounts: 150, online_dossiers: 50 }],
  ["2026-06-01", { citizen_accounts: 150, online_dossiers: 50 }],
  ["2026-07-01", { online_dossiers: 50 }],
  [undefined, { online_dossiers: 50 }],
])("targets as they stood at the end of %s", async (asOf, targets) => {
  expect(await read(asOf)).toEqual(targets);
});
