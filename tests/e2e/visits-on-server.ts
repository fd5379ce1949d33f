import type { VisitResult } from "../../lib/domain/entry/household-visit";
import type { App } from "./app";
import { query } from "./query";
import type { Visited } from "./visit-on-phone";

/** How often each of them is in the list. */
export function count(list: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const facts of list) counts[facts] = (counts[facts] ?? 0) + 1;
  return counts;
}

/** All that was tapped at a door: "Mai" is the day after the visit, reading aloud asks for recording and verifying. */
export function factsRecorded({ household, result, said }: Visited): string {
  return factsOf({
    household, result, hasAccount: said ? String(said.hasAccount) : null, hasVneid: said ? String(said.hasVneid) : null,
    daysToComeBack: result === "absent" ? 1 : null, agreed: result === "informed" ? "record,verify" : null,
  });
}

export function factsReceived({ household, result, hasAccount, hasVneid, daysToComeBack, agreed }: ReceivedVisit): string {
  return factsOf({ household, result, hasAccount, hasVneid, daysToComeBack, agreed });
}

function factsOf(facts: Omit<ReceivedVisit, "double">): string {
  return JSON.stringify(facts);
}

type ReceivedVisit = {
  readonly household: string;
  readonly result: VisitResult;
  readonly hasAccount: string | null;
  readonly hasVneid: string | null;
  readonly daysToComeBack: number | null;
  readonly agreed: string | null;
  readonly double: boolean;
};

export function receivedVisits(app: App, since: string): Promise<ReceivedVisit[]> {
  return query(app, `select household_id as household, content ->> 'result' as result, content ->> 'hasAccount' as "hasAccount", content ->> 'hasVneid' as "hasVneid",
      (content ->> 'comeBackOn')::date - happened_on as "daysToComeBack",
      (select string_agg(purpose, ',' order by purpose) from jsonb_array_elements_text(content -> 'consent' -> 'purposes') purpose) as agreed,
      'possibleDuplicate' = any (flags) as double
    from entry where kind = 'householdVisit' and received_at >= $1 order by received_at, id`, [since]);
}

export function sessionsAtDoors(app: App, since: string): Promise<object[]> {
  return query(app, "select household_id as household, place_kind as place from entry where kind = 'helpSession' and received_at >= $1", [since]);
}

export type Progress = { readonly informed: number; readonly absent: number; readonly refused: number; readonly moved: number };

/** The same from the visits themselves: what the last one found at each door. */
export async function lastResultsIn(app: App, hamlet: string): Promise<Progress> {
  const [counts] = await query<Progress>(app, `
    select count(*) filter (where result = 'informed')::int as informed, count(*) filter (where result = 'absent')::int as absent,
           count(*) filter (where result = 'refused')::int as refused, count(*) filter (where result = 'moved')::int as moved
    from (
      select distinct on (household_id) content ->> 'result' as result from entry
      where kind = 'householdVisit' and entry_stands(status)
        and content -> 'household' ->> 'areaId' = (select id::text from area where kind = 'hamlet' and name = $1)
      order by household_id, happened_on desc, happened_at desc, id desc
    ) last`, [hamlet]);
  return counts!;
}

export async function visitsOfToday(app: App, login: string): Promise<{ readonly visits: number; readonly informed: number }> {
  const [counts] = await query<{ visits: number; informed: number }>(app, `
    select count(*)::int as visits, count(*) filter (where content ->> 'result' = 'informed')::int as informed from entry
    where kind = 'householdVisit' and entry_stands(status) and author_id = (select id from app_user where login = $1)
      and happened_on = (now() at time zone 'Asia/Ho_Chi_Minh')::date`, [login]);
  return counts!;
}
