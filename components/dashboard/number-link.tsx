import Link from "next/link";
import type { EntryIndicator } from "@/lib/domain/report/indicator";
import type { Dashboard, NumberKind } from "@/lib/protocol/dashboard";
import { dashboardTexts, unitEntries } from "@/lib/text/desk-dashboard";
import { formatCount } from "@/lib/text/moment";
import { reportIndicatorNames } from "@/lib/text/report-indicators";
import { entriesHref } from "./dashboard-href";

/** Whose number it is: a unit, or what a unit recorded itself, or what has no place below it. */
export type NumberOf = { readonly id: string; readonly name: string; readonly place?: "own" | "residual" | undefined };

type Props = {
  readonly value: number;
  readonly of: NumberOf;
  readonly indicator: EntryIndicator;
  readonly stage: NumberKind;
  readonly dashboard: Pick<Dashboard, "table" | "opens" | "now">;
  /** Where the number stands within words. */
  readonly words?: string;
};

/** A number that opens the entries behind it, for whoever may read them; else the number. Behind 0 there is nothing. */
export function NumberLink({ value, of, indicator, stage, dashboard, words = formatCount(value) }: Props) {
  if (!dashboard.opens.entries || value === 0) return words;
  return (
    <Link
      prefetch={false}
      href={entriesHref({ unitId: of.id, indicator, stage, place: of.place }, dashboard.table, dashboard.now)}
      aria-label={dashboardTexts.openNumber(words, unitEntries.stages[stage], reportIndicatorNames[indicator].short, of.name)}
    >
      {words}
    </Link>
  );
}
