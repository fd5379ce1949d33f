import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { EvidenceSource } from "@/lib/domain/report/standing";
import type { ReportIndicator } from "@/lib/domain/report/report-table";
import { addDays, type LocalDate } from "@/lib/domain/time/local-date";
import type { IndicatorDefinition, IndicatorDefinitions } from "@/lib/protocol/targets";
import { withActor } from "@/lib/server/database/with-actor";

type Row = Omit<IndicatorDefinition, "through" | "ageFrom" | "ageThrough"> & {
  readonly indicator: ReportIndicator; readonly validTo: LocalDate | null; readonly ageFrom: number | null; readonly ageThrough: number | null;
};

/** Dated definitions by indicator, oldest first; the registers' indicators have none. */
export async function readDefinitions(actor: Actor): Promise<IndicatorDefinitions> {
  const rows = await withActor(actor, (tx) => tx.$queryRaw<(Row & { evidence: EvidenceSource })[]>`
    select indicator, valid_from::text as from, valid_to::text as "validTo", window_from::text as "windowFrom", outcome_kinds as "outcomeKinds",
           age_from as "ageFrom", age_through as "ageThrough", online_only as "onlineOnly", once_per_subject as "oncePerSubject",
           coalesce(evidence_rule ->> 'source', 'register') as evidence, credit
    from indicator_version order by indicator, valid_from`);
  const definitions: Partial<Record<ReportIndicator, readonly IndicatorDefinition[]>> = {};
  for (const row of rows) definitions[row.indicator] = [...(definitions[row.indicator] ?? []), definitionOf(row)];
  return definitions;
}

function definitionOf({ indicator: _indicator, validTo, ageFrom, ageThrough, ...row }: Row): IndicatorDefinition {
  return {
    ...row,
    ...(validTo === null ? {} : { through: addDays(validTo, -1) }),
    ...(ageFrom === null ? {} : { ageFrom }),
    ...(ageThrough === null ? {} : { ageThrough }),
  };
}
