import "server-only";
import type { DeviceManifest } from "@/lib/protocol/device-manifest";
import type { Transaction } from "@/lib/server/database/with-actor";

/**
 * Keeps what a phone says about itself, for the person it says it for. Its row stays locked until the
 * transaction ends: two requests with the same commands from one phone come one after the other.
 *
 * Which phone it is, is a claim. The first one on a phone is believed; whoever comes later to a phone of others only when
 * its cookie says so too (lib/server/fleet/device-cookie.ts), or they were on it before: who is on a phone has a say in it.
 * @param cookieDevice the phone that the cookie of the request was given to
 */
export async function saveDeviceManifest(
  tx: Transaction,
  { provinceId, userId }: { readonly provinceId: string; readonly userId: string },
  device: DeviceManifest,
  cookieDevice: string | undefined,
  now: string,
): Promise<void> {
  await tx.$executeRaw`
    with named as (insert into device (id, province_id) values (${device.deviceId}::uuid, ${provinceId}::uuid) on conflict do nothing)
    insert into device_manifest as known (province_id, device_id, user_id, pending_count, oldest_captured_at, pending_ids_digest,
      app_version, persisted, installed, clock_offset_ms, reported_at)
    select ${provinceId}::uuid, ${device.deviceId}::uuid, ${userId}::uuid, ${withinInteger(device.pendingCount)}, ${device.oldestCapturedAt ?? null}::timestamptz,
      ${printable(device.pendingIdsDigest)}, ${printable(device.appVersion)}, ${device.persisted}, ${device.installed},
      ${withinInteger(device.clockOffsetMs)}, ${now}::timestamptz
    where ${device.deviceId === cookieDevice} or not exists (select from device_manifest met where met.device_id = ${device.deviceId}::uuid)
      or exists (select from device_manifest met where met.device_id = ${device.deviceId}::uuid and met.user_id = ${userId}::uuid)
    on conflict (device_id, user_id) do update set pending_count = excluded.pending_count, oldest_captured_at = excluded.oldest_captured_at,
      pending_ids_digest = excluded.pending_ids_digest, app_version = excluded.app_version, persisted = excluded.persisted,
      installed = excluded.installed, clock_offset_ms = excluded.clock_offset_ms, reported_at = excluded.reported_at
    where known.reported_at < excluded.reported_at - interval '1 minute'
      or (known.pending_count, known.pending_ids_digest, known.oldest_captured_at, known.app_version, known.persisted, known.installed)
        is distinct from (excluded.pending_count, excluded.pending_ids_digest, excluded.oldest_captured_at, excluded.app_version,
          excluded.persisted, excluded.installed)`;
}

/** Taken back or reported lost: what it brings waits in quarantine, whoever is signed in on it. */
export async function isRevoked(tx: Transaction, deviceId: string): Promise<boolean> {
  const [device] = await tx.$queryRaw<{ revoked: boolean }[]>`select revoked_at is not null as revoked from device where id = ${deviceId}::uuid`;
  return device?.revoked ?? false;
}

/** A clock may be off by years; the column holds 24 days, which says as much. */
export function withinInteger(value: number): number {
  return Math.max(-2_147_483_648, Math.min(2_147_483_647, value));
}

/** A phone's strange version must not keep its commands from being taken. */
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, "?");
}
