import type { ReportWindow } from "@/lib/domain/report/report-window";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { Dashboard } from "@/lib/protocol/dashboard";

type Linked = Pick<Dashboard, "table" | "opens" | "now">;

/** The same dashboard on other days, known as now: what the numbers of a single month open. */
export function withDays({ table, opens, now }: Linked, { first, through }: ReportWindow): Linked {
  return { opens, now, table: { ...table, point: { ...(first ? { first } : {}), through, asOf: table.point.asOf } } };
}

/** The same dashboard at the point that it is compared with: what the numbers of before open. */
export function before<Shown extends Linked>(dashboard: Shown): Shown {
  const { table } = dashboard;
  return { ...dashboard, table: { ...table, point: table.previousPoint ?? table.point } };
}

/** The first day of its year. */
export function yearOf(day: LocalDate): LocalDate {
  return LocalDate.parse(`${day.slice(0, 4)}-01-01`);
}
