import "server-only";
import type { Relative } from "@/lib/domain/organisation/unit-of-day";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { Transaction } from "@/lib/server/database/with-actor";

type Row = { readonly id: string; readonly validFrom: LocalDate; readonly validTo: LocalDate | null; readonly successorIds: readonly string[] };

/** These units with all that they went on in and were made of; only those of which there is any such thing. */
export async function loadRelatives(tx: Transaction, unitIds: readonly string[]): Promise<ReadonlyMap<string, Relative>> {
  if (unitIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<Row[]>`
    with recursive known(id) as (
      select asked.id from unnest(${[...unitIds]}::uuid[]) as asked(id)
      where exists (select from unit_successor where unit_id = asked.id) or exists (select from unit_successor where successor_id = asked.id)
      union
      select case when step.unit_id = known.id then step.successor_id else step.unit_id end
      from known join unit_successor step on known.id in (step.unit_id, step.successor_id)
    )
    select unit.id, unit.valid_from::text as "validFrom", unit.valid_to::text as "validTo",
           array(select successor_id from unit_successor where unit_id = unit.id) as "successorIds"
    from known join unit on unit.id = known.id`;
  return new Map(rows.map(({ validTo, ...row }) => [row.id, { ...row, ...(validTo ? { validTo } : {}) }]));
}
