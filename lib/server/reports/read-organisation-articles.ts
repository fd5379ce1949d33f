import "server-only";
import { articleTargetOf } from "@/lib/domain/report/article-target";
import type { Stage } from "@/lib/domain/report/indicator";
import type { ReportPoint } from "@/lib/domain/report/report-table";
import { partsOfDate, type LocalDate } from "@/lib/domain/time/local-date";
import type { OrganisationArticles } from "@/lib/protocol/dashboard";
import type { Transaction } from "@/lib/server/database/with-actor";

type Row = { readonly id: string; readonly name: string; readonly counts: Partial<Record<Stage, number>> | null; readonly target: number | null };

/** Articles of the grassroots organisations at or below a unit in the tree of a day, with their targets of the point's year. */
export async function readOrganisationArticles(tx: Transaction, unitId: string, { first, through, asOf }: ReportPoint, treeOn: LocalDate): Promise<OrganisationArticles[]> {
  const rows = await tx.$queryRaw<Row[]>`
    with counted as (
      select organisation_id, jsonb_object_agg(stage, count) as counts
      from report_organisations(${unitId}::uuid, ${treeOn}::date, ${first ?? null}::date, ${through}::date, ${asOf}::date) group by 1
    )
    select organisation.id, organisation.name, counted.counts,
           (select value::float8 from target
            where target.unit_id = organisation.id and indicator = 'articles' and year = ${partsOfDate(through).year} and superseded_at is null
            order by set_at desc limit 1) as target
    from unit organisation
    join unit_ancestor place on place.unit_id = organisation.id and place.ancestor_id = ${unitId}::uuid
      and place.valid_from <= ${treeOn}::date and (place.valid_to is null or ${treeOn}::date < place.valid_to)
    left join counted on counted.organisation_id = organisation.id
    where organisation.kind = 'grassroots'
    order by organisation.sort_order, organisation.name`;
  return rows.map(({ id, name, counts, target }) => ({
    id, name, recorded: counts?.recorded ?? 0, confirmed: counts?.confirmed ?? 0, matched: counts?.matched ?? 0, target: articleTargetOf(target ?? undefined),
  }));
}
