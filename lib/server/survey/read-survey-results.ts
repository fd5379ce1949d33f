import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { summarise, type AnswerCount } from "@/lib/domain/survey/survey-summary";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { Month, PlaceResults, SurveyPointRow, SurveyResults } from "@/lib/protocol/survey-results";
import { supervisedUnits, withActor, type Transaction } from "@/lib/server/database/with-actor";
import { monthsUpTo } from "./results-query";

const monthsShown = 6;
/** More than the province has communes. */
const mostPoints = 500;

/** What citizens said at the places of the person's units, in the six months up to this one; never one by one. */
export function readSurveyResults(actor: Actor, month: Month, now: string): Promise<SurveyResults> {
  const scope = supervisedUnits(actor);
  return withActor(actor, async (tx) => {
    const points = await readPoints(tx, scope);
    const months = monthsUpTo(month, monthsShown);
    const placeIds = [...new Set(points.map(({ placeId }) => placeId))];
    const counts = await readCounts(tx, scope, months);
    const busiest = await readBusiest(tx, scope, month);
    return {
      months,
      places: placeIds.map((placeId) => resultsOf(placeId, points, months, counts.filter((count) => count.placeId === placeId), busiest)),
      withoutPoint: await readPlacesWithoutPoint(tx, scope, now),
      asOf: now,
    };
  });
}

type Point = SurveyPointRow & { readonly placeId: string; readonly placeName: string };
type Count = AnswerCount & { readonly placeId: string; readonly month: Month };
type Busiest = { readonly placeId: string; readonly most: number };

function resultsOf(placeId: string, points: readonly Point[], months: readonly Month[], counts: readonly Count[], busiest: readonly Busiest[]): PlaceResults {
  const own = points.filter((point) => point.placeId === placeId);
  return {
    placeId,
    name: own[0]?.placeName ?? "",
    points: own.map(({ code, unitName, retiredOn }) => ({ code, unitName, retiredOn })),
    byMonth: months.map((month) => summarise(counts.filter((count) => count.month === month))),
    mostInADay: busiest.find((each) => each.placeId === placeId)?.most ?? 0,
  };
}

function readPoints(tx: Transaction, scope: readonly string[]): Promise<Point[]> {
  return tx.$queryRaw<Point[]>`
    select point.code, point.place_id as "placeId", place.name as "placeName", unit.name as "unitName",
           (point.retired_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "retiredOn"
    from survey_point point join place on place.id = point.place_id join unit on unit.id = point.unit_id
    where point.unit_id in (select unit_id from unit_ancestor where ancestor_id = any (${[...scope]}::uuid[]))
    order by place.name, place.id, point.retired_at desc nulls first, point.created_at desc
    limit ${mostPoints}`;
}

/** Equal responses are counted by the database; what may be said of them is the domain's to decide. */
function readCounts(tx: Transaction, scope: readonly string[], months: readonly Month[]): Promise<Count[]> {
  return tx.$queryRaw<Count[]>`
    select point.place_id as "placeId", to_char(response.answered_on, 'YYYY-MM') as month, response.channel, response.answers,
           count(*)::int as count
    from survey_point point join survey_response response on response.point_id = point.id
    where point.unit_id in (select unit_id from unit_ancestor where ancestor_id = any (${[...scope]}::uuid[]))
      and response.answered_on >= ${`${months[0]}-01`}::date and response.answered_on < ${`${months.at(-1)}-01`}::date + interval '1 month'
    group by point.place_id, 2, response.channel, response.answers`;
}

function readBusiest(tx: Transaction, scope: readonly string[], month: Month): Promise<Busiest[]> {
  return tx.$queryRaw<Busiest[]>`
    select place_id as "placeId", max(responses)::int as most
    from (
      select point.place_id, response.answered_on, count(*) as responses
      from survey_point point join survey_response response on response.point_id = point.id
      where point.unit_id in (select unit_id from unit_ancestor where ancestor_id = any (${[...scope]}::uuid[]))
        and response.answered_on >= ${`${month}-01`}::date and response.answered_on < ${`${month}-01`}::date + interval '1 month'
      group by point.place_id, response.answered_on
    ) by_day
    group by place_id`;
}

/** Counters and points of the person's units and, as teams work at their counters, of the units above. */
function readPlacesWithoutPoint(tx: Transaction, scope: readonly string[], now: string): Promise<{ id: string; name: string }[]> {
  const today = localDateOf(now);
  return tx.$queryRaw<{ id: string; name: string }[]>`
    with below as (select unit_id as id from unit_ancestor where ancestor_id = any (${[...scope]}::uuid[])),
         above as (select ancestor_id as id from unit_ancestor where unit_id = any (${[...scope]}::uuid[]))
    select place.id, place.name from place
    where (place.unit_id in (select id from below) or place.unit_id in (select id from above))
      and place.kind in ('counter', 'mobilePoint')
      and place.valid_from <= ${today}::date and (place.valid_to is null or ${today}::date < place.valid_to)
      and not exists (
        select from survey_point point
        where point.place_id = place.id and point.retired_at is null and point.unit_id in (select id from below))
    order by place.name, place.id
    limit ${mostPoints}`;
}
