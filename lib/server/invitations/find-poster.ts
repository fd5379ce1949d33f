import "server-only";
import { Uuid } from "@/lib/domain/ids";
import type { InvitationCode } from "@/lib/domain/invitation/invitation-code";
import type { Actor } from "@/lib/domain/people/actor";
import { localDateOf } from "@/lib/domain/time/local-date";
import { withActor } from "@/lib/server/database/with-actor";
import type { PosterOfUnit } from "@/lib/protocol/invitations";

/** The poster of a unit of the actor's, once it was opened; with the place where the unit works, so that whoever scans it may begin there. */
export async function findPoster(actor: Actor, given: string | string[] | undefined, now: string): Promise<PosterOfUnit | undefined> {
  const unitId = Uuid.safeParse(given).data;
  if (!unitId) return undefined;
  const today = localDateOf(now);
  const [row] = await withActor(actor, (tx) => tx.$queryRaw<Row[]>`
    select unit.id, unit.name, poster.code, place.id as "placeId", place.kind as "placeKind", place.name as "placeName"
    from join_poster poster
    join unit on unit.id = poster.unit_id
    left join lateral (
      select place.* from place join unit_ancestor path on path.unit_id = unit.id and path.ancestor_id = place.unit_id
      where place.kind in ('counter', 'mobilePoint') and place.valid_from <= ${today}::date and (place.valid_to is null or ${today}::date < place.valid_to)
        and path.valid_from <= ${today}::date and (path.valid_to is null or ${today}::date < path.valid_to)
      order by path.depth, place.name, place.id limit 1) place on true
    where unit.id = ${unitId}::uuid and poster.closed_at is null and app_supervises(unit.id)`);
  if (!row) return undefined;
  const { id, name, code, placeId, placeKind, placeName } = row;
  return { unit: { id, name }, code, ...(placeId && placeKind && placeName ? { place: { id: placeId, kind: placeKind, name: placeName } } : {}) };
}

type Row = {
  readonly id: string;
  readonly name: string;
  readonly code: InvitationCode;
  readonly placeId: string | null;
  readonly placeKind: NonNullable<PosterOfUnit["place"]>["kind"] | null;
  readonly placeName: string | null;
};
