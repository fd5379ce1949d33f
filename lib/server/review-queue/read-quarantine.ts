import "server-only";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { Quarantine } from "@/lib/domain/review/quarantine";
import type { ReviewedQuarantine } from "@/lib/protocol/review-queue";
import type { Transaction } from "@/lib/server/database/with-actor";
import type { EntryRow } from "./entry-row";

/** Why an entry waits, with what a leader has to know about its author and its phone today. */
export async function readQuarantine(tx: Transaction, { id, status }: EntryRow, now: string): Promise<ReviewedQuarantine | undefined> {
  if (status !== "quarantined") return undefined;
  const today = localDateOf(now);
  const [row] = await tx.$queryRaw<Row[]>`
    select entry.quarantine, author.disabled_at as "disabledAt", device.name as "deviceName", device.revoked_at as "revokedAt",
           array(select distinct unit.name from role_assignment held join unit on unit.id = held.unit_id
                 where held.user_id = author.id and held.valid_from <= ${today}::date and (held.valid_to is null or ${today}::date < held.valid_to)
                 order by unit.name) as "unitsNow"
    from entry join app_user author on author.id = entry.author_id left join device on device.id = entry.device_id
    where entry.id = ${id}::uuid`;
  if (!row) return undefined;
  // Of before reasons were written down: only this one was possible to tell apart.
  const { reason, asks } = row.quarantine ?? { reason: row.disabledAt ? ("deactivated" as const) : ("notOfTeam" as const) };
  const since = reason === "deactivated" ? row.disabledAt : reason === "revokedPhone" ? row.revokedAt : null;
  return {
    reason,
    ...(asks ? { asks } : {}),
    ...(since ? { since: since.toISOString() } : {}),
    ...(row.deviceName ? { deviceName: row.deviceName } : {}),
    unitsNow: row.unitsNow,
  };
}

type Row = {
  readonly quarantine: Quarantine | null;
  readonly disabledAt: Date | null;
  readonly deviceName: string | null;
  readonly revokedAt: Date | null;
  readonly unitsNow: readonly string[];
};
