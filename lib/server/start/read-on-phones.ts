import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { recordingRoles } from "@/lib/domain/review/permission";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { StartItem } from "@/lib/protocol/start";
import { withActor } from "@/lib/server/database/with-actor";

/** What phones of people who record at or below these units said last that they still hold. */
export async function readOnPhones(actor: Actor, unitIds: readonly string[], now: string): Promise<StartItem> {
  const today = localDateOf(now);
  const [held] = await withActor(actor, (tx) => tx.$queryRaw<{ entries: number; phones: number; oldest: Date | null }[]>`
    select coalesce(sum(pending_count), 0)::int as entries, count(distinct manifest.device_id)::int as phones, min(oldest_captured_at) as oldest
    from device_manifest manifest
    where pending_count > 0 and exists (
      select from role_assignment held
      join unit_ancestor below on below.unit_id = held.unit_id and below.ancestor_id = any (${[...unitIds]}::uuid[])
        and below.valid_from <= ${today}::date and (below.valid_to is null or ${today}::date < below.valid_to)
      where held.user_id = manifest.user_id and held.role = any (${[...recordingRoles]}::"RoleName"[])
        and held.valid_from <= ${today}::date and (held.valid_to is null or ${today}::date < held.valid_to))`);
  const { entries, phones, oldest } = held ?? { entries: 0, phones: 0, oldest: null };
  return { kind: "onPhones", level: "known", count: entries, phones, ...(oldest ? { oldest: oldest.toISOString() } : {}) };
}
