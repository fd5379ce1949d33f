import "server-only";
import type { ReportIndicator } from "@/lib/domain/report/report-table";
import type { RuleBases } from "@/lib/domain/targets/target-value";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { TargetValue } from "@/lib/protocol/targets";
import type { Transaction } from "@/lib/server/database/with-actor";

export type SpokenTarget = TargetValue & { readonly id: string; readonly unitId: string; readonly indicator: ReportIndicator; readonly setAt: Date };

export const cellKey = (unitId: string, indicator: string) => `${unitId} ${indicator}`;

/** What is set of these units in a year, by `cellKey`. */
export async function readSpoken(tx: Transaction, unitIds: readonly string[], year: number): Promise<Map<string, SpokenTarget>> {
  const rows = await tx.$queryRaw<SpokenTarget[]>`
    select id, unit_id as "unitId", indicator, value::float8 as value, rule is not null as ruled, set_at as "setAt"
    from target where unit_id = any (${[...unitIds]}::uuid[]) and year = ${year} and superseded_at is null`;
  return new Map(rows.map((row) => [cellKey(row.unitId, row.indicator), row]));
}

/** Members of each unit and all below it on a day; those whose sums the person may not read are left out. */
async function readMembers(tx: Transaction, unitIds: readonly string[], day: LocalDate): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ unitId: string; members: number }[]>`select unit_id as "unitId", members from members_of_units(${[...unitIds]}::uuid[], ${day}::date)`;
  return new Map(rows.map(({ unitId, members }) => [unitId, members]));
}

/** Grassroots organisations at or below each unit on a day; units are everybody's to read. */
async function readOrganisations(tx: Transaction, unitIds: readonly string[], day: LocalDate): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ unitId: string; organisations: number }[]>`
    select below.ancestor_id as "unitId", count(*)::int as organisations
    from unit_ancestor below
    join unit organisation on organisation.id = below.unit_id and organisation.kind = 'grassroots'
      and organisation.valid_from <= ${day}::date and (organisation.valid_to is null or ${day}::date < organisation.valid_to)
    where below.ancestor_id = any (${[...unitIds]}::uuid[]) and below.valid_from <= ${day}::date and (below.valid_to is null or ${day}::date < below.valid_to)
    group by below.ancestor_id`;
  return new Map(rows.map(({ unitId, organisations }) => [unitId, organisations]));
}

/** What targets of these units may follow on a day. */
export async function readRuleBases(tx: Transaction, unitIds: readonly string[], day: LocalDate): Promise<(unitId: string) => RuleBases> {
  if (unitIds.length === 0) return () => ({ members: 0, organisations: 0 });
  const [members, organisations] = [await readMembers(tx, unitIds, day), await readOrganisations(tx, unitIds, day)];
  return (unitId) => ({ members: members.get(unitId) ?? 0, organisations: organisations.get(unitId) ?? 0 });
}

/** The days of a year that a unit has to exist in to have targets: of this year only those that have begun. */
export function daysOfYear(year: number, today: LocalDate): { readonly first: LocalDate; readonly last: LocalDate } {
  const [first, last] = [LocalDate.parse(`${year}-01-01`), LocalDate.parse(`${year}-12-31`)];
  return { first, last: first <= today && today < last ? today : last };
}
