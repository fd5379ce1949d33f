import "server-only";
import * as z from "zod/mini";
import { entryIndicators, type IndicatorVersion, type SchemeRules } from "@/lib/domain/report/indicator";
import { Uuid } from "@/lib/domain/ids";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { Transaction } from "@/lib/server/database/with-actor";

/** What counts and from when: the province's own data, the same on server and phone. */
export type Scheme = { readonly indicatorVersions: readonly IndicatorVersion[]; readonly schemeRules: SchemeRules };

export async function loadScheme(tx: Transaction): Promise<Scheme> {
  const [versions, rules] = [await loadIndicatorVersions(tx), await loadRules(tx)];
  return { indicatorVersions: versions, schemeRules: rules };
}

async function loadIndicatorVersions(tx: Transaction): Promise<IndicatorVersion[]> {
  const rows = await tx.$queryRaw<IndicatorRow[]>`
    select indicator, valid_from::text as "validFrom", valid_to::text as "validTo", window_from::text as "windowFrom",
           outcome_kinds as "outcomeKinds", age_from as "ageFrom", age_through as "ageThrough",
           online_only as "onlineOnly", once_per_subject as "oncePerSubject"
    from indicator_version where indicator = any (${[...entryIndicators]}) order by indicator, valid_from`;
  return rows.map(({ validTo, ageFrom, ageThrough, ...version }) => ({
    ...version,
    ...(validTo === null ? {} : { validTo }),
    ...(ageFrom === null ? {} : { ageFrom }),
    ...(ageThrough === null ? {} : { ageThrough }),
  }));
}

type IndicatorRow = Omit<IndicatorVersion, "validTo" | "ageFrom" | "ageThrough"> & {
  readonly validTo: LocalDate | null;
  readonly ageFrom: number | null;
  readonly ageThrough: number | null;
};

/** Of each rule the one that was set last. */
async function loadRules(tx: Transaction): Promise<SchemeRules> {
  const [row] = await tx.$queryRaw<{ start: unknown; tolerance: unknown; units: unknown }[]>`
    select scheme_rule('schemeStart') as start, scheme_rule('futureTolerance') as tolerance, scheme_rule('unitsNotAllowed') as units`;
  if (!row?.start) throw new Error("The province has no rule schemeStart: load its reference data");
  return {
    schemeStart: SchemeStart.parse(row.start).date,
    ...(row.tolerance ? { futureTolerance: FutureTolerance.parse(row.tolerance).days } : {}),
    ...(row.units ? { unitsNotAllowed: UnitsNotAllowed.parse(row.units).unitIds } : {}),
  };
}

const SchemeStart = z.object({ date: LocalDate });
const FutureTolerance = z.object({ days: z.int() });
const UnitsNotAllowed = z.object({ unitIds: z.array(Uuid) });
