import "server-only";
import { lastMonth, runningMonth, type MonthName } from "@/lib/domain/report/essential-services";
import { localDateOf, LocalDate } from "@/lib/domain/time/local-date";
import { Month } from "@/lib/protocol/shifts";

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

export type EssentialServicesAsked = { readonly month: MonthName; readonly asOf: LocalDate; readonly wrong: boolean };

const firstMonth = "2022-06";

/** The month and day that an address names; the last month that is over, as of today, for none or a wrong one. */
export function essentialServicesAsked({ month, asOf }: Parameters, now: string): EssentialServicesAsked {
  const today = localDateOf(now);
  const named = Month.safeParse(month).data;
  const known = named !== undefined && firstMonth <= named && named <= runningMonth(today) ? named : undefined;
  const day = LocalDate.safeParse(asOf).data;
  return { month: known ?? lastMonth(today), asOf: day && day < today ? day : today, wrong: month !== undefined && known === undefined };
}

/** Months that can be chosen around one. */
export function neighboursOf(month: MonthName, now: string): { readonly previous: MonthName | undefined; readonly next: MonthName | undefined } {
  const before = lastMonth(`${month}-01` as LocalDate);
  const after = runningMonth(`${month}-15` as LocalDate);
  return { previous: before < firstMonth ? undefined : before, next: after > runningMonth(localDateOf(now)) ? undefined : after };
}
