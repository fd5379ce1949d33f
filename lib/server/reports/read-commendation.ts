import "server-only";
import type { OutcomeKind } from "@/lib/domain/entry/outcome";
import type { Actor } from "@/lib/domain/people/actor";
import { recordingRoles } from "@/lib/domain/review/permission";
import { commend, personRule, teamRule, type Achievement, type CommendationList } from "@/lib/domain/report/commendation";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { findSeenUnit, type SeenUnit } from "@/lib/server/members/seen-unit";
import { findUnitPath } from "@/lib/server/unit-numbers/jurisdiction";

export type Days = { readonly from: LocalDate; readonly through: LocalDate };

export type Commendation = {
  readonly unit: SeenUnit;
  /** The units directly below, to look closer. */
  readonly below: readonly SeenUnit[];
  readonly days: Days;
  /** Whether the person reads the entries behind the numbers. */
  readonly opensEntries: boolean;
  readonly teams: CommendationList;
  readonly people: CommendationList;
};

/**
 * Teams and people of a unit's subtree that stand out in these days; by the tree of the last one.
 * @returns undefined alike for an unknown unit and for one that the person is neither officer nor planner nor verifier of
 */
export function readCommendation(actor: Actor, unitId: string, days: Days, now: string): Promise<Commendation | undefined> {
  return withActor(actor, async (tx) => {
    const unit = await findSeenUnit(tx, actor, unitId, localDateOf(now));
    if (!unit) return undefined;
    const work = await readWork(tx, unitId, days);
    return {
      unit,
      below: await readBelow(tx, unitId, days.through),
      days,
      opensEntries: (await findUnitPath(tx, actor, unitId, localDateOf(now))) !== undefined,
      teams: commend(teamsOf(work, await readSizes(tx, [...new Set(work.map((row) => row.unitId))], days)), teamRule),
      people: commend(peopleOf(work), personRule),
    };
  });
}

type Work = {
  readonly unitId: string; readonly unitName: string; readonly authorId: string; readonly authorName: string;
  /** None for all of it. */
  readonly kind: OutcomeKind | null;
  readonly confirmed: number; readonly matched: number; readonly refuted: number; readonly days: number;
};

function readWork(tx: Transaction, unitId: string, { from, through }: Days): Promise<Work[]> {
  return tx.$queryRaw<Work[]>`
    select work.unit_id as "unitId", unit.name as "unitName", work.author_id as "authorId", author.name as "authorName", work.kind, work.confirmed, work.matched, work.refuted, work.days
    from confirmed_work(${unitId}::uuid, ${from}::date, ${through}::date) work
    join unit on unit.id = work.unit_id join app_user author on author.id = work.author_id`;
}

/** How many people recorded for each unit, or could have, on some of the days. */
async function readSizes(tx: Transaction, unitIds: readonly string[], { from, through }: Days): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ unitId: string; people: number }[]>`
    select unit_id as "unitId", count(distinct user_id)::int as people from role_assignment
    where unit_id = any (${[...unitIds]}::uuid[]) and role::text = any (${[...recordingRoles]})
      and valid_from <= ${through}::date and (valid_to is null or ${from}::date < valid_to)
    group by unit_id`;
  return new Map(rows.map(({ unitId, people }) => [unitId, people]));
}

/** Of a team at least those who worked, whoever was assigned to it. */
function teamsOf(work: readonly Work[], sizes: ReadonlyMap<string, number>): Achievement[] {
  return groupBy(work, ({ unitId }) => unitId).map(([id, rows]) => {
    const authors = rows.filter(({ kind }) => kind === null);
    return { id, name: rows[0]!.unitName, unitId: id, ...sumsOf(rows), base: Math.max(sizes.get(id) ?? 0, authors.length) };
  });
}

/** A person's work for one team: who works for two is not added up to a third. */
function peopleOf(work: readonly Work[]): Achievement[] {
  return groupBy(work, ({ unitId, authorId }) => `${unitId}/${authorId}`).map(([id, rows]) => {
    const { authorName, unitName, unitId, authorId } = rows[0]!;
    return { id, name: authorName, unitName, unitId, authorId, ...sumsOf(rows), base: rows.find(({ kind }) => kind === null)?.days ?? 0 };
  });
}

function sumsOf(rows: readonly Work[]): Pick<Achievement, "confirmed" | "matched" | "refuted" | "kinds"> {
  const all = rows.filter(({ kind }) => kind === null);
  const kinds = groupBy(rows.filter(({ kind }) => kind !== null), ({ kind }) => kind!)
    .map(([kind, own]) => ({ kind: kind as OutcomeKind, count: own.reduce((sum, { matched }) => sum + matched, 0) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const sum = (count: (row: Work) => number) => all.reduce((total, row) => total + count(row), 0);
  return { confirmed: sum((row) => row.confirmed), matched: sum((row) => row.matched), refuted: sum((row) => row.refuted), kinds };
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): [string, Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups];
}

function readBelow(tx: Transaction, unitId: string, day: LocalDate): Promise<SeenUnit[]> {
  return tx.$queryRaw<SeenUnit[]>`
    select unit.id, unit.name from unit join unit_parent step on step.unit_id = unit.id and step.parent_id = ${unitId}::uuid
    where step.valid_from <= ${day}::date and (step.valid_to is null or ${day}::date < step.valid_to) and unit.kind <> 'team'
    order by unit.sort_order, unit.name`;
}
