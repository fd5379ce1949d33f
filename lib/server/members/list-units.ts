import "server-only";
import type { ListedUnit } from "@/lib/domain/members/unit-directory";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { Transaction } from "@/lib/server/database/with-actor";

type Row = { id: string; name: string; shortName: string | null; officialCode: string | null; validFrom: LocalDate; validTo: LocalDate | null; ancestorIds: string[] };

/** All units of the province, also those of the past, with those above them. */
export async function listUnits(tx: Transaction): Promise<ListedUnit[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select id, name, short_name as "shortName", official_code as "officialCode", valid_from::text as "validFrom", valid_to::text as "validTo",
           array(select distinct ancestor_id from unit_ancestor above where above.unit_id = unit.id and above.depth > 0) as "ancestorIds"
    from unit`;
  return rows.map(({ shortName, officialCode, validTo, ...unit }) => ({
    ...unit, shortName: shortName ?? undefined, officialCode: officialCode ?? undefined, validTo: validTo ?? undefined,
  }));
}
