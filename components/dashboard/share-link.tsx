import Link from "next/link";
import type { Dashboard } from "@/lib/protocol/dashboard";
import type { RatioIndicator } from "@/lib/domain/report/report-table";
import { localDateOf, LocalDate } from "@/lib/domain/time/local-date";
import { shareRowsHref, type RowPart } from "@/lib/protocol/register-rows";
import { dashboardTexts } from "@/lib/text/desk-dashboard";
import { reportIndicatorNames } from "@/lib/text/report-indicators";
import { entriesHref, membersHref } from "./dashboard-href";
import type { NumberOf } from "./number-link";

type Props = {
  readonly words: string;
  readonly of: NumberOf;
  readonly indicator: RatioIndicator;
  readonly dashboard: Pick<Dashboard, "table" | "opens" | "now">;
  /** Which number of the share it is; the share itself opens all that it is a share of. */
  readonly part?: RowPart;
};

/** A share that opens what is behind it: the rows of the registers, their sums for whoever sees no rows, or the events of organisations. */
export function ShareLink({ words, of, indicator, dashboard, part = "whole" }: Props) {
  const href = hrefOf(of, indicator, dashboard, part);
  return href ? <Link prefetch={false} href={href} aria-label={dashboardTexts.openShare(words, reportIndicatorNames[indicator].short, of.name)}>{words}</Link> : words;
}

function hrefOf({ id, place }: NumberOf, indicator: RatioIndicator, { table, opens, now }: Props["dashboard"], part: RowPart): string | undefined {
  const { point, treeOn } = table;
  if (indicator === "active_organisations") {
    // Of the year, whatever part of it the window is.
    const year = { treeOn, point: { ...point, first: LocalDate.parse(`${point.through.slice(0, 4)}-01-01`) } };
    return opens.entries ? entriesHref({ unitId: id, indicator: "informed_members", stage: "confirmed", place }, year, now) : undefined;
  }
  const { first, through, asOf } = point;
  if (opens.rows) return shareRowsHref({ unitId: id, indicator, of: part, first, through, treeOn, place, ...(asOf < localDateOf(now) ? { asOf } : {}) });
  return opens.members && !place ? membersHref(id, through) : undefined;
}
