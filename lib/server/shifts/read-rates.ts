import "server-only";
import type { RateRow } from "@/lib/protocol/shifts";
import type { Transaction } from "@/lib/server/database/with-actor";

/** More than anybody sets. */
const mostRates = 5_000;

type Row = Omit<RateRow, "validTo"> & { readonly validTo: RateRow["validTo"] | null };

/** The rates of a unit, of those above it, and of those below it, with all that were replaced. @param path from the province down */
export async function readRates(tx: Transaction, unitId: string, path: readonly string[]): Promise<RateRow[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select rate.id, rate.unit_id as "unitId", unit.name as "unitName", rate.member_kind as "memberKind", rate.amount,
      rate.valid_from::text as "validFrom", rate.valid_to::text as "validTo", setter.name as "setByName",
      to_char(rate.set_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "setAt"
    from allowance_rate rate
    join unit on unit.id = rate.unit_id
    join app_user setter on setter.id = rate.set_by_id
    where rate.unit_id = any (${[...path]}::uuid[]) or rate.unit_id in (select unit_id from unit_ancestor where ancestor_id = ${unitId}::uuid)
    order by array_position(${[...path]}::uuid[], rate.unit_id), unit.name, rate.unit_id, rate.member_kind, rate.valid_from desc, rate.valid_to desc nulls first, rate.set_at desc
    limit ${mostRates}`;
  return rows.map(({ validTo, ...row }) => ({ ...row, ...(validTo ? { validTo } : {}) }));
}
