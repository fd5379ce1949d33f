import type { EntryIndicator } from "@/lib/domain/report/indicator";
import type { ReportTable } from "@/lib/domain/report/report-table";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { NumberKind, NumberQuery } from "@/lib/protocol/dashboard";
import type { DashboardAddress } from "@/lib/protocol/dashboard-address";
import { numberHref, numberParameters } from "@/lib/protocol/number-address";

/** The address of a dashboard; what is undefined is left to be the usual. */
export function dashboardHref(address: DashboardAddress): string {
  return `/desk/dashboard?${queryOf(address)}`;
}

type Asked = {
  readonly unitId: string;
  readonly indicator?: EntryIndicator | undefined;
  readonly stage: NumberKind;
  readonly place?: "own" | "residual" | undefined;
  readonly author?: string | undefined;
  readonly area?: string | undefined;
  readonly after?: string | undefined;
};

/** The address of the entries behind one number of a table. */
export function entriesHref({ unitId, ...rest }: Asked, { point, treeOn }: Pick<ReportTable, "point" | "treeOn">, now: string): string {
  const { first, through, asOf } = point;
  // A number of an earlier day opens what stood behind it then.
  return numberHref({ unitId, ...rest, first, through, treeOn, ...(asOf < localDateOf(now) ? { asOf } : {}) });
}

/** What the file of the same entries is asked with: all of them. */
export function entriesSheetQuery(query: NumberQuery): Record<string, string> {
  return numberParameters({ ...query, after: undefined });
}

/** The address of the sums of members on a day. */
export function membersHref(unitId: string, day: string): string {
  return `/desk/members?${queryOf({ unit: unitId, day })}`;
}

function queryOf(fields: Readonly<Record<string, string | undefined>>): URLSearchParams {
  return new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
