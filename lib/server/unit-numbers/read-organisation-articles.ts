import "server-only";
import { articleTargetOf } from "@/lib/domain/report/article-target";
import type { OrganisationArticles, Period } from "@/lib/protocol/unit-numbers";
import type { Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { dayInLifeOf, validOn } from "./unit-on-day";

type Row = Omit<OrganisationArticles, "target"> & { readonly target: number | null };

/** Articles of the grassroots organisations at or below a unit on the period's last day, as the tallies say. */
export async function readOrganisationArticles(tx: Transaction, unitId: string, { from, to }: Period, year: number): Promise<OrganisationArticles[]> {
  const lastDay = Prisma.sql`${to}::date`;
  const day = dayInLifeOf(Prisma.sql`tally.happened_on`, Prisma.sql`team`);
  const rows = await tx.$queryRaw<Row[]>`
    select organisation.id, organisation.name,
           coalesce(counted.recorded, 0)::int as recorded, coalesce(counted.confirmed, 0)::int as confirmed, coalesce(counted.matched, 0)::int as matched,
           (select value::float8 from target
            where target.unit_id = organisation.id and indicator = 'articles' and year = ${year} and superseded_at is null
            order by set_at desc limit 1) as target
    from unit organisation
    join unit_ancestor place on place.unit_id = organisation.id and place.ancestor_id = ${unitId}::uuid and ${validOn(Prisma.sql`place`, lastDay)}
    left join (
      select below.ancestor_id as organisation_id,
             sum(tally.delta) filter (where tally.stage = 'recorded') as recorded,
             sum(tally.delta) filter (where tally.stage = 'confirmed') as confirmed,
             sum(tally.delta) filter (where tally.stage = 'matched') as matched
      from tally
      join unit team on team.id = tally.unit_id
      join unit_ancestor below on below.unit_id = tally.unit_id and ${validOn(Prisma.sql`below`, day)}
      join unit_ancestor within on within.unit_id = tally.unit_id and within.ancestor_id = ${unitId}::uuid and ${validOn(Prisma.sql`within`, day)}
      where tally.indicator = 'articles' and tally.happened_on between ${from}::date and ${to}::date
      group by below.ancestor_id
    ) counted on counted.organisation_id = organisation.id
    where organisation.kind = 'grassroots' and ${validOn(Prisma.sql`organisation`, lastDay)}
    order by organisation.sort_order, organisation.name`;
  return rows.map(({ target, ...row }) => ({ ...row, target: articleTargetOf(target ?? undefined) }));
}
