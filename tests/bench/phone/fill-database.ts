import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import type { Command } from "@/lib/domain/command/command";
import { LocalDate } from "@/lib/domain/time/local-date";
import { closeDatabase } from "@/lib/server/database/client";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { hashVersion } from "@/lib/server/crypto/keyed-hash";
import { headHashOf, sealHousehold } from "@/lib/server/households/sealed-household";
import { createDice, inventPerson } from "@/prisma/demo/invented";
import { insertRows } from "@/prisma/demo/insert-rows";
import { inventSession } from "@/prisma/demo/invented-session";

export type Volunteer = { readonly id: string; readonly provinceId: string; readonly unitId: string };

const dayMs = 24 * 60 * 60 * 1000;

/** Years of one volunteer's work, through the same commands as on any day. */
export async function recordEntries({ id, provinceId, unitId }: Volunteer, count: number): Promise<void> {
  const dice = createDice(4);
  const actor = { provinceId, userId: id, active: true, assignments: [{ role: "volunteer" as const, unitId, validFrom: LocalDate.parse("2022-05-01") }] };
  const device = { deviceId: randomUUID(), pendingCount: 0, pendingIdsDigest: "", appVersion: "bench", persisted: true, installed: true, clockOffsetMs: 0 };
  for (let done = 0; done < count; done += 500) {
    const commands = Array.from({ length: Math.min(500, count - done) }, (_, index): Command => {
      const at = new Date(Date.now() - ((done + index) / count) * 600 * dayMs - 60_000).toISOString();
      return { id: randomUUID(), type: "recordEntry", entryId: randomUUID(), unitId, issuedAt: at, content: inventSession(dice, at) } as Command;
    });
    const verdicts = await executeCommands({ actor }, { device, commands }, { now: new Date().toISOString() });
    if (verdicts.some(({ verdict }) => verdict !== "accepted")) throw new Error("The server did not take every entry");
  }
  await closeDatabase();
}

const hamletCount = 10;

/** Another campaign of the volunteer's team, with this many households that nobody has visited. */
export async function addHouseholds(client: Client, { id, provinceId, unitId }: Volunteer, count: number): Promise<void> {
  const dice = createDice(7);
  const province_id = provinceId;
  await client.query("select set_config('app.province', $1, false)", [provinceId]);
  const { rows } = await client.query<{ id: string }>("select id from area where kind = 'commune' and valid_to is null limit 1");
  const hamlets = Array.from({ length: hamletCount }, (_, index) => ({ id: randomUUID(), name: `Thôn Đo ${index + 1}` }));
  await insertRows(client, "area", hamlets.map((hamlet) => ({ ...hamlet, province_id, kind: "hamlet", parent_id: rows[0]!.id, valid_from: "2025-07-01" })));
  const campaign = { id: randomUUID(), province_id, unit_id: unitId, name: "Đợt đo", from: "2026-01-01", through: "2099-12-31", goal: count, created_by_id: id, created_at: new Date() };
  await insertRows(client, "campaign", [campaign]);
  const perHamlet = count / hamletCount;
  await insertRows(client, "campaign_area", hamlets.map((hamlet) => ({
    province_id, campaign_id: campaign.id, area_id: hamlet.id, team_id: unitId, household_count: perHamlet,
  })));
  await insertRows(client, "household", hamlets.flatMap((hamlet) => Array.from({ length: perHamlet }, (_, index) => {
    const id = randomUUID();
    const household = { head: inventPerson(dice).name, address: `Số ${index + 1}, ${hamlet.name.toLowerCase()}` };
    const { wrappedKey, keyVersion, sealed } = sealHousehold(id, household);
    const hex = (bytes: Uint8Array | undefined) => bytes && `\\x${Buffer.from(bytes).toString("hex")}`;
    return {
      id, province_id, area_id: hamlet.id, wrapped_key: hex(wrappedKey), key_version: keyVersion, sealed: hex(sealed),
      head_hash: hex(headHashOf(hamlet.id, household.head)), hash_version: hashVersion, visit_count: 0,
    };
  })));
}
