import "server-only";
import * as z from "zod/mini";
import { entryIndicators, type IndicatorVersion, type SchemeRules } from "@/lib/domain/report/indicator";
import { Uuid } from "@/lib/domain/ids";
import { LocalDate } from "@/lib/domain/time/local-date";
import { askTogether } from "@/lib/server/database/ask-together";
import type { Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";

/** What counts and from when: the province's own data, the same on server and phone. */
export type Scheme = { readonly indicatorVersions: readonly IndicatorVersion[]; readonly schemeRules: SchemeRules };

export async function loadScheme(tx: Transaction): Promise<Scheme> {
  return schemeOf(await askTogether<SchemeRows>(tx, schemeQueries));
}

/** For whoever asks for more in the same statement. */
export type SchemeRows = { readonly versions: readonly IndicatorRow[]; readonly rules: readonly RulesRow[] };

export const schemeQueries = {
  versions: Prisma.sql`
    select indicator, valid_from::text as "validFrom", valid_to::text as "validTo", window_from::text as "windowFrom",
           outcome_kinds as "outcomeKinds", age_from as "ageFrom", age_through as "ageThrough",
           online_only as "onlineOnly", once_per_subject as "oncePerSubject"
    from indicator_version where indicator = any (${[...entryIndicators]}) order by indicator, valid_from`,
  /** Of each rule the one that was set last. */
  rules: Prisma.sql`select scheme_rule('schemeStart') as start, scheme_rule('futureTolerance') as tolerance, scheme_rule('unitsNotAllowed') as units`,
};

export function schemeOf({ versions, rules: [rules] }: SchemeRows): Scheme {
  return { indicatorVersions: versions.map(versionOf), schemeRules: rulesOf(rules) };
}

type IndicatorRow = Omit<IndicatorVersion, "validTo" | "ageFrom" | "ageThrough"> & {
  readonly validTo: LocalDate | null;
  readonly ageFrom: number | null;
  readonly ageThrough: number | null;
};

function versionOf({ validTo, ageFrom, ageThrough, ...version }: IndicatorRow): IndicatorVersion {
  return {
    ...version,
    ...(validTo === null ? {} : { validTo }),
    ...(ageFrom === null ? {} : { ageFrom }),
    ...(ageThrough === null ? {} : { ageThrough }),
  };
}

type RulesRow = { readonly start: unknown; readonly tolerance: unknown; readonly units: unknown };

function rulesOf(row: RulesRow | undefined): SchemeRules {
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
