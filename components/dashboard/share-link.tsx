import Link from "next/link";
import type { Dashboard } from "@/lib/protocol/dashboard";
import type { RatioIndicator } from "@/lib/domain/report/report-table";
import { dashboardTexts } from "@/lib/text/desk-dashboard";
import { reportIndicatorNames } from "@/lib/text/report-indicators";
import { entriesHref, membersHref } from "./dashboard-href";
import type { NumberOf } from "./number-link";

type Props = {
  readonly words: string;
  readonly of: NumberOf;
  readonly indicator: RatioIndicator;
  readonly dashboard: Pick<Dashboard, "table" | "opens" | "now">;
};

/** A share that opens what it is a share of: the sums of members, or the events of organisations. */
export function ShareLink({ words, of, indicator, dashboard: { table, opens, now } }: Props) {
  const label = dashboardTexts.openShare(words, reportIndicatorNames[indicator].short, of.name);
  if (of.place) return words;
  if (indicator === "active_organisations") {
    if (!opens.entries) return words;
    const year = { treeOn: table.treeOn, point: { ...table.point, first: `${table.point.through.slice(0, 4)}-01-01` as typeof table.point.through } };
    return <Link prefetch={false} href={entriesHref({ unitId: of.id, indicator: "informed_members", stage: "confirmed" }, year, now)} aria-label={label}>{words}</Link>;
  }
  if (!opens.members) return words;
  return <Link prefetch={false} href={membersHref(of.id, table.point.through)} aria-label={label}>{words}</Link>;
}
