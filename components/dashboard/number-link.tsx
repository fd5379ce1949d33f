import Link from "next/link";
import type { EntryIndicator } from "@/lib/domain/report/indicator";
import type { Period, NumberKind } from "@/lib/protocol/unit-numbers";
import { unitEntries, unitNumbers } from "@/lib/text/desk-units";
import { formatCount } from "@/lib/text/moment";
import { indicatorNames } from "@/lib/text/outcomes";
import { entriesHref } from "./number-href";

/** A number that opens the entries behind it. */
export function NumberLink({
  value,
  unit,
  indicator,
  stage,
  period,
  direct = false,
}: {
  readonly value: number;
  readonly unit: { readonly id: string; readonly name: string };
  readonly indicator: EntryIndicator;
  readonly stage: NumberKind;
  readonly period: Period;
  readonly direct?: boolean;
}) {
  const name = indicatorNames[indicator].short;
  return (
    <Link
      prefetch={false}
      href={entriesHref(unit.id, indicator, stage, period, { direct })}
      aria-label={unitNumbers.openNumber(formatCount(value), unitEntries.stages[stage], name, unit.name)}
    >
      {formatCount(value)}
    </Link>
  );
}
