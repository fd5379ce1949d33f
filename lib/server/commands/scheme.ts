import "server-only";
import * as z from "zod/mini";
import { entryIndicators, type IndicatorVersion, type SchemeRules } from "@/lib/domain/report/indicator";
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

async function loadRules(tx: Transaction): Promise<SchemeRules> {
  const [row] = await tx.$queryRaw<{ parameters: unknown }[]>`
    select parameters from refusal_rule where code = 'schemeStart' order by valid_from desc, set_at desc limit 1`;
  if (!row) throw new Error("The province has no rule schemeStart: load its reference data");
  return { schemeStart: SchemeStart.parse(row.parameters).date };
}

const SchemeStart = z.object({ date: LocalDate });
