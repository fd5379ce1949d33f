import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { SurveyCode } from "@/lib/domain/survey/survey-code";
import { supervisedUnits, withActor } from "@/lib/server/database/with-actor";

/** An open point of the person's units with the name of its place; undefined for any other code. */
export async function findPoint(actor: Actor, given: string | string[] | undefined): Promise<{ code: SurveyCode; place: string } | undefined> {
  const code = SurveyCode.safeParse(given);
  if (!code.success) return undefined;
  const scope = supervisedUnits(actor);
  const [point] = await withActor(actor, (tx) => tx.$queryRaw<{ code: SurveyCode; place: string }[]>`
    select point.code, place.name as place from survey_point point join place on place.id = point.place_id
    where point.code = ${code.data} and point.retired_at is null
      and point.unit_id in (select unit_id from unit_ancestor where ancestor_id = any (${scope}::uuid[]))`);
  return point;
}
