import "server-only";
import type { ReportPoint } from "@/lib/domain/report/report-table";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { addDays, localDateOf, type LocalDate } from "@/lib/domain/time/local-date";

type Asked = { readonly through?: string | undefined; readonly asOf?: string | undefined; readonly first?: string | undefined };
type Wrong = { readonly code: RefusalCode; readonly field: string };

/** The newest day that is whole. */
export function newestDay(now: string): LocalDate {
  return addDays(localDateOf(now), -1);
}

/** A point as a program asks for it, until yesterday unless it says otherwise. Refuses with `dateInFuture` or `periodEndsBeforeStart`. */
export function pointOf({ through = "", asOf = "", first }: Asked, now: string): Result<ReportPoint, Wrong> {
  const newest = newestDay(now);
  // The schema has read them as days of the calendar.
  const point = { through: (through || newest) as LocalDate, asOf: (asOf || newest) as LocalDate, ...(first ? { first: first as LocalDate } : {}) };
  if (point.through > newest) return err({ code: "dateInFuture", field: "through" });
  if (point.asOf > newest) return err({ code: "dateInFuture", field: "asOf" });
  if (point.first && point.first > point.through) return err({ code: "periodEndsBeforeStart", field: "first" });
  return ok(point);
}
