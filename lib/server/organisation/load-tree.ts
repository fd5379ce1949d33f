import "server-only";
import type { FormerName, OrganisationTree, OrganisationUnit, ParentSpan, Succession, UnitKind } from "@/lib/domain/organisation/organisation-unit";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { Transaction } from "@/lib/server/database/with-actor";

type Dated<Value> = Omit<Value, "validTo"> & { readonly validTo: LocalDate | null };
type Row = {
  readonly id: string;
  readonly kind: UnitKind;
  readonly name: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly parents: readonly Dated<ParentSpan>[] | null;
  readonly formerNames: readonly FormerName[] | null;
  readonly successors: readonly Succession[] | null;
};

/** All units of the province in the order of the annexes, with all that they ever were: some thousands of small rows. */
export async function loadTree(tx: Transaction): Promise<OrganisationTree> {
  const rows = await tx.$queryRaw<Row[]>`
    select unit.id, unit.kind::text, unit.name, unit.valid_from::text as "validFrom", unit.valid_to::text as "validTo",
           parents.list as parents, names.list as "formerNames", successors.list as successors
    from unit
    left join (
      select unit_id, json_agg(json_build_object('parentId', parent_id, 'validFrom', valid_from, 'validTo', valid_to) order by valid_from) as list
      from unit_parent group by unit_id) parents on parents.unit_id = unit.id
    left join (
      select unit_id, json_agg(json_build_object('name', name, 'validFrom', valid_from, 'validTo', valid_to) order by valid_from) as list
      from unit_former_name group by unit_id) names on names.unit_id = unit.id
    left join (
      select unit_id, json_agg(json_build_object('unitId', successor_id, 'from', "from") order by "from", successor_id) as list
      from unit_successor group by unit_id) successors on successors.unit_id = unit.id
    order by unit.sort_order, unit.name, unit.id`;
  return new Map(rows.map((row) => [row.id, unitOf(row)]));
}

function unitOf({ validTo, parents, formerNames, successors, ...unit }: Row): OrganisationUnit {
  return {
    ...unit,
    ...(validTo ? { validTo } : {}),
    parents: (parents ?? []).map(({ validTo: end, ...span }) => ({ ...span, ...(end ? { validTo: end } : {}) })),
    formerNames: formerNames ?? [],
    successors: successors ?? [],
  };
}
