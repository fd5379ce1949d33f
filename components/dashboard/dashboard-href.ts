import type { EntryIndicator } from "@/lib/domain/report/indicator";
import type { ReportTable } from "@/lib/domain/report/report-table";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { NumberKind } from "@/lib/protocol/dashboard";
import type { DashboardAddress } from "@/lib/protocol/dashboard-address";

/** The address of a dashboard; what is undefined is left to be the usual. */
export function dashboardHref(address: DashboardAddress): string {
  return `/desk/dashboard?${queryOf(address)}`;
}

type Asked = {
  readonly unitId: string;
  readonly indicator: EntryIndicator;
  readonly stage: NumberKind;
  readonly place?: "own" | "residual" | undefined;
  readonly after?: string | undefined;
};

/** The address of the entries behind one number of a table. */
export function entriesHref({ unitId, ...rest }: Asked, { point, treeOn }: Pick<ReportTable, "point" | "treeOn">, now: string): string {
  const { first, through, asOf } = point;
  return `/desk/entries?${queryOf({
    unit: unitId, ...rest, from: first, to: through,
    ...(treeOn === through ? {} : { tree: treeOn }),
    // The list is of now: it says so where the number is of an earlier day.
    ...(asOf < localDateOf(now) ? { asOf } : {}),
  })}`;
}

/** The address of the sums of members on a day. */
export function membersHref(unitId: string, day: string): string {
  return `/desk/members?${queryOf({ unit: unitId, day })}`;
}

function queryOf(fields: Readonly<Record<string, string | undefined>>): URLSearchParams {
  return new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
