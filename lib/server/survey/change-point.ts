import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { surveyCode, type SurveyCode } from "@/lib/domain/survey/survey-code";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { SurveyPointChange } from "@/lib/protocol/survey-points";
import { drawBytes } from "@/lib/server/crypto/random";
import { newId } from "@/lib/server/database/new-id";
import { supervisedUnits, withActor, type Transaction } from "@/lib/server/database/with-actor";

type Changed = Promise<Result<{ readonly code: SurveyCode }, RefusalCode>>;

/** Opens a survey point at a place, or retires one for good. Unknown and forbidden look alike. */
export function changePoint(actor: Actor, change: SurveyPointChange, now: string): Changed {
  return withActor(actor, (tx) => (change.action === "open" ? openPoint(tx, actor, change.placeId, now) : retirePoint(tx, change.code, now)));
}

/** One open point per place and unit: who asks again gets the one that is there, and its printed codes stay good. */
async function openPoint(tx: Transaction, actor: Actor, placeId: string, now: string): Changed {
  const unitId = await findUnit(tx, supervisedUnits(actor), placeId, now);
  if (!unitId) return err("unknownOrForbidden");
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${placeId} ${unitId}`}, 0))`;
  const [known] = await tx.$queryRaw<{ code: SurveyCode }[]>`
    select code from survey_point where place_id = ${placeId}::uuid and unit_id = ${unitId}::uuid and retired_at is null limit 1`;
  if (known) return ok(known);
  const code = surveyCode(drawBytes(8));
  await tx.$executeRaw`
    insert into survey_point (id, province_id, place_id, unit_id, code, created_at)
    values (${newId()}::uuid, ${actor.provinceId}::uuid, ${placeId}::uuid, ${unitId}::uuid, ${code}, ${now}::timestamptz)`;
  return ok({ code });
}

async function retirePoint(tx: Transaction, code: SurveyCode, now: string): Changed {
  const touched = await tx.$executeRaw`
    update survey_point set retired_at = coalesce(retired_at, ${now}::timestamptz) where code = ${code}`;
  return touched > 0 ? ok({ code }) : err("unknownOrForbidden"); // the wall hides points of other units from the update
}

/** The unit whose results these will be: the place's own, or the person's where the place belongs to a unit above. */
async function findUnit(tx: Transaction, scope: readonly string[], placeId: string, now: string): Promise<string | undefined> {
  const today = localDateOf(now);
  const [found] = await tx.$queryRaw<{ unitId: string }[]>`
    select case when app_supervises(place.unit_id) then place.unit_id else own.unit_id end as "unitId"
    from place left join unit_ancestor own on own.ancestor_id = place.unit_id and own.unit_id = any (${[...scope]}::uuid[])
    where place.id = ${placeId}::uuid and (app_supervises(place.unit_id) or own.unit_id is not null)
      and place.valid_from <= ${today}::date and (place.valid_to is null or ${today}::date < place.valid_to)
    order by own.depth, own.unit_id
    limit 1`;
  return found?.unitId;
}
