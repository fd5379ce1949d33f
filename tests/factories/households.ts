import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { HouseholdVisit } from "@/lib/domain/entry/household-visit";
import type { Person } from "@/lib/server/auth/person";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { hashVersion } from "@/lib/server/crypto/keyed-hash";
import { headHashOf, sealHousehold } from "@/lib/server/households/sealed-household";
import { insertRows } from "../../prisma/demo/insert-rows";
import { makeManifest } from "./commands";
import { makeConsent } from "./help-session";
import type * as z from "zod/mini";

type Shape = z.input<typeof HouseholdVisit>;

export const visitedAt = "2026-08-07T08:30:00.000Z";

/** A visit that informed the household, parsed as phone and server do it. */
export function makeHouseholdVisit(household: Partial<Shape["household"]> & { areaId: string }, changes: Partial<Shape> = {}): HouseholdVisit {
  const informed = (changes.result ?? "informed") === "informed";
  return HouseholdVisit.parse({
    kind: "householdVisit",
    happenedAt: visitedAt,
    result: "informed",
    household: { id: randomUUID(), ...(informed ? { head: "Nguyễn Thị Sáu", address: "Số 12, tổ 3" } : {}), ...household },
    ...(informed ? { consent: makeConsent(), outcomes: [{ id: randomUUID(), kind: "householdInformed" }] } : { outcomes: [] }),
    ...changes,
  });
}

/** Two hamlets of a commune, and a campaign that sends both teams to the first and team A to the second. */
export async function addCampaign(
  client: Client,
  { provinceId, units }: { readonly provinceId: string; readonly units: { readonly district: string; readonly teamA: string; readonly teamB: string } },
  days: { readonly from: string; readonly through: string } = { from: "2026-08-01", through: "2026-08-31" },
) {
  const own = { province_id: provinceId };
  const area = (kind: string, name: string, parentId: string | null = null) => ({ ...own, id: randomUUID(), kind, name, parent_id: parentId, valid_from: "2025-07-01" });
  const commune = area("commune", "Xã Tuy Phước");
  const shared = area("hamlet", "Thôn Đại Tín", commune.id);
  const ownHamlet = area("hamlet", "Thôn Phong Tấn", commune.id);
  await insertRows(client, "area", [commune, shared, ownHamlet]);
  const id = randomUUID();
  await insertRows(client, "campaign", [{
    ...own, id, unit_id: units.district, name: "Mỗi nhà một tài khoản", from: days.from, through: days.through, goal: 100,
    created_by_id: randomUUID(), created_at: new Date(),
  }]);
  const sent = (areaId: string, teamId: string) => ({ ...own, campaign_id: id, area_id: areaId, team_id: teamId, household_count: 50 });
  await insertRows(client, "campaign_area", [sent(shared.id, units.teamA), sent(shared.id, units.teamB), sent(ownHamlet.id, units.teamA)]);
  return { id, communeId: commune.id, sharedHamlet: shared.id, ownHamlet: ownHamlet.id };
}

/** Households of a list, before anybody was there. */
export async function addHouseholds(client: Client, provinceId: string, areaId: string, heads: readonly string[]): Promise<string[]> {
  const rows = heads.map((head, index) => {
    const id = randomUUID();
    const { sealed, wrappedKey, keyVersion } = sealHousehold(id, { head, address: `Số ${index + 1}, tổ ${1 + (index % 7)}` });
    const hex = (bytes: Uint8Array | undefined) => bytes && `\\x${Buffer.from(bytes).toString("hex")}`;
    return {
      id, province_id: provinceId, area_id: areaId, wrapped_key: hex(wrappedKey), key_version: keyVersion, sealed: hex(sealed),
      head_hash: hex(headHashOf(areaId, head)), hash_version: hashVersion, visit_count: 0, changed_xid: "3",
    };
  });
  await insertRows(client, "household", rows);
  return rows.map(({ id }) => id);
}

export function makeVisitCommand(unitId: string, content: HouseholdVisit) {
  return { id: randomUUID(), entryId: randomUUID(), issuedAt: visitedAt, type: "recordEntry" as const, unitId, content };
}

/** Has the commands executed and insists on each being accepted. */
export async function act(person: Person, commands: readonly object[], now = "2026-08-07T12:00:00.000Z"): Promise<void> {
  const verdicts = await executeCommands(person, { device: makeManifest(), commands: [...commands] }, { now });
  const refused = verdicts.filter(({ verdict }) => verdict !== "accepted");
  if (refused.length > 0) throw new Error(`Not accepted: ${JSON.stringify(refused)}`);
}
