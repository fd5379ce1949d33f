import "server-only";
import { checkerOf, type CheckedKind } from "@/lib/domain/evidence/checked-kind";
import type { Actor, Role } from "@/lib/domain/people/actor";
import { localDateOf } from "@/lib/domain/time/local-date";
import { Prisma } from "@/lib/server/generated/client";

/** Which rows of a kind: those that wait for a word, or those that have one. */
export type CheckView = "open" | "done";

const standingsOf = {
  police: { open: ["awaitingPolice"], done: ["confirmedByPolice", "refusedByPolice"] },
  officer: { open: ["awaitingOfficer"], done: ["checkedByOfficer", "refusedByOfficer"] },
} as const;

/** Outcomes of the kind that the actor's word is asked for, never the own ones; a helper's never of an own team. */
export function checkedBy(actor: Actor, kind: CheckedKind, view: CheckView, areaId: string | undefined, now: string): Prisma.Sql {
  const conditions = [
    Prisma.sql`standing.standing = any (${[...standingsOf[checkerOf[kind]][view]]}) and outcome.kind = ${kind} and outcome.voided_at is null`,
    Prisma.sql`entry.status = 'confirmed' and entry.author_id <> ${actor.userId}::uuid and subject.erased_at is null`,
    checkerOf[kind] === "police" ? policedBy(actor, now) : checkedAsOfficer(actor, now),
  ];
  if (areaId) conditions.push(Prisma.sql`entry.area_id in (${areasBelow(areaId)})`);
  return Prisma.join(conditions, " and ");
}

function policedBy(actor: Actor, now: string): Prisma.Sql {
  const areas = Prisma.sql`(entry.area_id = any ((select app_police_areas())::uuid[]) or 'police' = any ((select app_duties())::text[]))`;
  if (heldOn(actor, ["policeVerifier"], now).length > 0) return areas;
  if (heldOn(actor, ["policeHelper"], now).length === 0) return Prisma.sql`false`;
  return Prisma.sql`${areas} and not app_holds('{volunteer,leader}', entry.unit_id, entry.happened_on)
    and not app_holds('{volunteer,leader}', entry.unit_id, ${localDateOf(now)}::date)`;
}

function checkedAsOfficer(actor: Actor, now: string): Prisma.Sql {
  const units = heldOn(actor, ["officer"], now).flatMap(({ unitId }) => unitId ?? []);
  return Prisma.sql`entry.unit_id in (select unit_id from unit_jurisdiction where holder_id = any (${units}::uuid[]))`;
}

function heldOn(actor: Actor, roles: readonly Role[], now: string) {
  const today = localDateOf(now);
  return actor.active ? actor.assignments.filter(({ role, validFrom, validTo }) => roles.includes(role) && validFrom <= today && (!validTo || today < validTo)) : [];
}

/** An area with its hamlets and what it took in. */
function areasBelow(areaId: string): Prisma.Sql {
  return Prisma.sql`
    select area.id from area left join area parent on parent.id = area.parent_id
    where ${areaId}::uuid in (area.id, area.parent_id, area.successor_id, parent.successor_id)`;
}
