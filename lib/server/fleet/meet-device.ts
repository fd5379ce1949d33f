import "server-only";
import { Instant } from "@/lib/domain/time/local-date";
import type { ChangesResponse } from "@/lib/protocol/changes";
import type { Transaction } from "@/lib/server/database/with-actor";

export type MetDevice = Pick<ChangesResponse, "orders" | "vanished">;

type Asking = { readonly userId: string; readonly deviceId: string | undefined };

/** What a phone has to be told about itself when it asks for news: that it has to be wiped, or what it once held. */
export async function meetDevice(tx: Transaction, { userId, deviceId }: Asking): Promise<MetDevice> {
  if (!deviceId) return {};
  await tx.$queryRaw`select device_turned_up(id)::text from device where id = ${deviceId}::uuid and vanished_at is not null`;
  const [met] = await tx.$queryRaw<{ revoked: boolean; count: number; oldest: Date | null; noticedAt: Date | null }[]>`
    select (select revoked_at is not null and wiped_at is null from device where id = ${deviceId}::uuid) as revoked,
           sum(pending_count)::int as count, min(oldest_captured_at) as oldest, max(noticed_at) as "noticedAt"
    from device_loss where user_id = ${userId}::uuid and new_device_id = ${deviceId}::uuid and settled_at is null`;
  return {
    ...(met?.revoked ? { orders: ["wipe"] } : {}),
    ...(met?.noticedAt ? { vanished: { count: met.count, noticedAt: instantOf(met.noticedAt), ...(met.oldest ? { oldest: instantOf(met.oldest) } : {}) } } : {}),
  };
}

/**
 * The cookie names another device than the phone says it is, and that one is new: the storage was emptied behind the app.
 * (Two that the server knows share a browser's cookies.) What the former one held of everybody is written down, once; it is
 * no longer counted as being on a phone. Runs as nobody: it concerns everybody who was on it.
 */
export async function noticeVanished(tx: Transaction, former: string, deviceId: string, now: string): Promise<void> {
  const known = await tx.$queryRaw<object[]>`select from device_manifest where device_id = ${deviceId}::uuid limit 1`;
  if (known.length > 0) return;
  const gone = await tx.$queryRaw<{ id: string }[]>`
    update device set vanished_at = ${now}::timestamptz, wiped_at = case when revoked_at is not null then ${now}::timestamptz end where id = ${former}::uuid and vanished_at is null and wiped_at is null returning id`;
  if (gone.length === 0) return;
  await tx.$executeRaw`
    insert into device_loss (province_id, device_id, user_id, pending_count, oldest_captured_at, noticed_at, new_device_id)
    select province_id, device_id, user_id, pending_count - arrived.count, oldest_captured_at, ${now}::timestamptz, ${deviceId}::uuid
    from device_manifest, lateral (select arrived_from(device_id, user_id, reported_at) as count) arrived
    where device_id = ${former}::uuid and pending_count > arrived.count
    on conflict (device_id, user_id) do update set pending_count = excluded.pending_count, oldest_captured_at = excluded.oldest_captured_at,
      noticed_at = excluded.noticed_at, new_device_id = excluded.new_device_id, settled_at = null, settled_by_id = null`;
  await tx.$executeRaw`update device_manifest set pending_count = 0, oldest_captured_at = null where device_id = ${former}::uuid`;
}

function instantOf(date: Date): Instant {
  return Instant.parse(date.toISOString());
}
