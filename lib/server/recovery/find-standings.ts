import "server-only";
import type { Unattended } from "@/lib/server/commands/execute-slice";
import { withProvince } from "@/lib/server/database/with-actor";

/** Why a phone may deliver for somebody who is not signed in on it; without a reason they have to sign in first. */
export type Standing = Unattended & { readonly hasWorkedThere: boolean };

/**
 * How people stand to a phone that its cookie vouches for. It may deliver for those whom nobody can sign in any more:
 * the deactivated, and everybody once it was revoked. In the name of somebody whom the server has never met on this phone
 * nothing is done; what comes is kept for them, who may be let in later.
 */
export async function findStandings(provinceId: string, deviceId: string, ownerIds: readonly string[]): Promise<Map<string, Standing>> {
  const rows = await withProvince(provinceId, (tx) => tx.$queryRaw<Row[]>`
    select asked.id as "ownerId", person.disabled_at is not null as disabled,
           exists (select from device_manifest met where met.device_id = ${deviceId}::uuid and met.user_id = person.id) as "hasWorkedThere",
           exists (select from device where device.id = ${deviceId}::uuid and device.revoked_at is not null) as revoked
    from unnest(${[...ownerIds]}::uuid[]) as asked (id) left join app_user person on person.id = asked.id`);
  return new Map(rows.map(({ ownerId, hasWorkedThere, disabled, revoked }) => {
    const unattended = disabled ? ("deactivated" as const) : revoked ? ("revokedPhone" as const) : undefined;
    return [ownerId, { hasWorkedThere, ...(unattended ? { unattended } : {}) }];
  }));
}

type Row = { ownerId: string; hasWorkedThere: boolean; disabled: boolean; revoked: boolean };
