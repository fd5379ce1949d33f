import "server-only";
import { createHash } from "node:crypto";
import { placeKinds } from "@/lib/domain/entry/help-session";
import type { Actor } from "@/lib/domain/people/actor";
import { addDays, localDateOf, partsOfDate, type LocalDate } from "@/lib/domain/time/local-date";
import type { Briefing } from "@/lib/protocol/briefing";
import type { Person } from "@/lib/server/auth/person";
import { canonicalJson } from "@/lib/server/crypto/canonical-json";
import { askTogether } from "@/lib/server/database/ask-together";
import type { Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { loadOpenCampaigns } from "@/lib/server/households/load-open-campaigns";
import { loadInvitationPool } from "@/lib/server/invitations/pool";
import { readTargets } from "@/lib/server/unit-numbers/read-targets";
import { recordableUnits } from "./recordable-units";
import { referenceOf, referenceQueries, type ReferenceRows } from "./reference";

/** What the person's phone needs today to work alone. Its version changes exactly when it does. */
export async function buildBriefing(tx: Transaction, { actor, name }: Person, now: string): Promise<Briefing> {
  const today = localDateOf(now);
  const units = await loadUnits(tx, recordableUnits(actor, today), today);
  const pathIds = [...new Set(units.flatMap(({ path }) => path))];
  const { places, surveyPoints, shifts, ...reference } = await askTogether<OwnRows & ReferenceRows>(tx, {
    places: placesOf(pathIds, today),
    surveyPoints: surveyPointsOf(pathIds, today),
    shifts: shiftsOf(actor, today),
    ...referenceQueries(today),
  });
  const contents = {
    person: { id: actor.userId, name, provinceId: actor.provinceId },
    assignments: actor.assignments.map((assignment) => ({ ...assignment })),
    units,
    places,
    surveyPoints,
    shifts,
    campaigns: await loadOpenCampaigns(tx, actor, today),
    goals: await loadGoals(tx, recordableUnits(actor, today), today),
    invitations: await loadInvitationPool(tx, actor, now),
    ...referenceOf(reference),
  };
  return { version: createHash("sha256").update(canonicalJson(contents)).digest("base64url").slice(0, 22), ...contents };
}

type OwnRows = {
  readonly places: Briefing["places"];
  readonly surveyPoints: NonNullable<Briefing["surveyPoints"]>;
  readonly shifts: NonNullable<Briefing["shifts"]>;
};

/** The units themselves first, then what is below them. */
function loadUnits(tx: Transaction, unitIds: readonly string[], today: LocalDate): Promise<Briefing["units"]> {
  return tx.$queryRaw`
    select unit.id, unit.name, (
      select array_agg(ancestor_id::text order by depth desc) from unit_ancestor
      where unit_id = unit.id and valid_from <= ${today}::date and (valid_to is null or ${today}::date < valid_to)
    ) as path
    from unit join (
      select unit_id, min(depth) as depth from unit_ancestor
      where ancestor_id = any (${[...unitIds]}::uuid[]) and valid_from <= ${today}::date and (valid_to is null or ${today}::date < valid_to)
      group by unit_id
    ) below on below.unit_id = unit.id
    where unit.valid_from <= ${today}::date and (unit.valid_to is null or ${today}::date < unit.valid_to)
    order by below.depth, unit.sort_order, unit.name, unit.id`;
}

/** Counters and points of these units and of those above them. */
function placesOf(unitIds: readonly string[], today: LocalDate): Prisma.Sql {
  return Prisma.sql`
    select id, unit_id as "unitId", kind, name from place
    where unit_id = any (${[...unitIds]}::uuid[]) and kind = any (${[...placeKinds]})
      and valid_from <= ${today}::date and (valid_to is null or ${today}::date < valid_to)
    order by name, id`;
}

/**
 * Of several open points at one place the one of the unit farthest down: it is this team's own. What a unit of before put
 * up goes on at the heir's place.
 */
function surveyPointsOf(unitIds: readonly string[], today: LocalDate): Prisma.Sql {
  return Prisma.sql`
    select distinct on (here.id) point.code, here.id as "placeId"
    from survey_point point
    join place put on put.id = point.place_id
    join place here on here.id = put.id
      or here.unit_id = any (${[...unitIds]}::uuid[]) and here.kind = put.kind and here.name = put.name and here.valid_from = put.valid_to
    where point.unit_id = any (with_forerunners(${[...unitIds]}::uuid[], ${today}::date)) and point.retired_at is null
    order by here.id, (select max(depth) from unit_ancestor where unit_id = point.unit_id) desc, point.created_at desc, point.code`;
}

/** The person's own, from a week ago, for a check-out that was forgotten, to two weeks ahead. */
function shiftsOf({ userId }: Actor, today: LocalDate): Prisma.Sql {
  return Prisma.sql`
    select shift.id, shift.unit_id as "unitId", shift.place_id as "placeId", place.name as "placeName", shift.day::text as day,
           shift.starts_at as "startsAt", shift.ends_at as "endsAt"
    from shift_assignment join shift on shift.id = shift_assignment.shift_id join place on place.id = shift.place_id
    where shift_assignment.user_id = ${userId}::uuid and shift.cancelled_at is null
      and shift.day between ${addDays(today, -7)}::date and ${addDays(today, 14)}::date
    order by shift.day, shift.starts_at, shift.id`;
}

/** What the units themselves were given for this year; nothing of those above, whose numbers are not shared out. */
async function loadGoals(tx: Transaction, unitIds: readonly string[], today: LocalDate): Promise<NonNullable<Briefing["goals"]>> {
  const targets = await readTargets(tx, unitIds, partsOfDate(today).year);
  return [...targets].flatMap(([unitId, values]) => Object.entries(values).map(([indicator, value]) => ({ unitId, indicator, value })));
}
