import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { ListedPhone, PhoneList, PhoneLoss, PhoneOfPerson, RevokeReason } from "@/lib/protocol/phones";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { homesTable, peopleConditions } from "@/lib/server/people/people-conditions";
import { readUnsentWork } from "./unsent-work";

const mostShown = 200;
/** A phone that holds nothing and was not heard of for so long is nobody's concern. */
const forgottenAfterDays = 90;

/** `person`: only phones that this one is on, also those of long ago. */
export type PhonesAsked = { readonly unit?: string | undefined; readonly person?: string | undefined };

/** Phones of the people whom the actor looks after: those with unsent work that were silent longest come first. */
export function listPhones(actor: Actor, { unit, person }: PhonesAsked, now: string): Promise<PhoneList> {
  const today = localDateOf(now);
  return withActor(actor, async (tx) => {
    const seen = Prisma.sql`${homesTable(today)}, seen as materialized (
      select person.id, person.name,
             (select coalesce(place.name, area.name) from home left join unit place on place.id = home.unit_id left join area on area.id = home.area_id
              where home.user_id = person.id order by home.valid_from desc limit 1) as unit_name,
             (select home.unit_id from home where home.user_id = person.id order by home.valid_from desc limit 1) as unit_id
      from app_user person where ${peopleConditions(actor, unit ? { unit } : {}, today)}
    )`;
    const phones = await readPhones(tx, seen, person, now);
    return { phones: phones.slice(0, mostShown), hasMore: phones.length > mostShown, losses: await readLosses(tx, seen), unsent: await readUnsentWork(tx, seen), currentVersion: process.env.NEXT_PUBLIC_APP_VERSION ?? "dev" };
  });
}

type PhoneRow = {
  readonly deviceId: string; readonly name: string | null; readonly seenAt: Date; readonly appVersion: string; readonly installed: boolean; readonly persisted: boolean;
  readonly clockOffsetMs: number; readonly revokedFor: RevokeReason | null; readonly wipedAt: Date | null; readonly othersToo: boolean;
  readonly people: readonly (Omit<PhoneOfPerson, "oldestCapturedAt"> & { readonly oldestCapturedAt: string | null })[];
};

async function readPhones(tx: Transaction, seen: Prisma.Sql, person: string | undefined, now: string): Promise<ListedPhone[]> {
  const rows = await tx.$queryRaw<PhoneRow[]>`
    with ${seen}, held as (
      select manifest.*, seen.name as person_name, seen.unit_name from device_manifest manifest join seen on seen.id = manifest.user_id where app_version <> 'desk'
    )
    select device.id as "deviceId", device.name, max(held.reported_at) as "seenAt",
           (array_agg(held.app_version order by held.reported_at desc))[1] as "appVersion",
           (array_agg(held.installed order by held.reported_at desc))[1] as installed,
           (array_agg(held.persisted order by held.reported_at desc))[1] as persisted,
           (array_agg(held.clock_offset_ms order by held.reported_at desc))[1] as "clockOffsetMs",
           device.revoked_for as "revokedFor", device.wiped_at as "wipedAt",
           exists (select from device_manifest other where other.device_id = device.id and other.user_id not in (select id from seen)) as "othersToo",
           json_agg(json_build_object('userId', held.user_id, 'name', held.person_name, 'unitName', coalesce(held.unit_name, ''), 'unsent', held.pending_count,
             'oldestCapturedAt', held.oldest_captured_at, 'seenAt', held.reported_at) order by held.reported_at desc) as people
    from held join device on device.id = held.device_id
    where device.vanished_at is null
    group by device.id
    having ${person ? Prisma.sql`bool_or(held.user_id = ${person}::uuid)` : Prisma.sql`sum(held.pending_count) > 0 or max(held.reported_at) > ${now}::timestamptz - make_interval(days => ${forgottenAfterDays})`}
    order by sum(held.pending_count) = 0, device.revoked_at is not null, case when sum(held.pending_count) > 0 then max(held.reported_at) end, max(held.reported_at) desc, device.id
    limit ${mostShown + 1}`;
  return rows.map(({ name, seenAt, revokedFor, wipedAt, people, ...phone }) => ({
    ...phone,
    seenAt: seenAt.toISOString(),
    ...(name ? { name } : {}), ...(revokedFor ? { revokedFor } : {}), ...(wipedAt ? { wipedAt: wipedAt.toISOString() } : {}),
    people: people.map(({ oldestCapturedAt, ...person }) => ({ ...person, ...(oldestCapturedAt ? { oldestCapturedAt } : {}) })),
  }));
}

async function readLosses(tx: Transaction, seen: Prisma.Sql): Promise<PhoneLoss[]> {
  type Row = Omit<PhoneLoss, "oldestCapturedAt" | "noticedAt"> & { readonly oldestCapturedAt: Date | null; readonly noticedAt: Date };
  const rows = await tx.$queryRaw<Row[]>`
    with ${seen}
    select loss.device_id as "deviceId", loss.user_id as "userId", seen.name, coalesce(seen.unit_name, '') as "unitName", loss.pending_count as unsent,
           loss.oldest_captured_at as "oldestCapturedAt", loss.noticed_at as "noticedAt"
    from device_loss loss join seen on seen.id = loss.user_id where loss.settled_at is null order by loss.noticed_at desc limit ${mostShown}`;
  return rows.map(({ oldestCapturedAt, noticedAt, ...loss }) => ({ ...loss, noticedAt: noticedAt.toISOString(), ...(oldestCapturedAt ? { oldestCapturedAt: oldestCapturedAt.toISOString() } : {}) }));
}
