import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import { daysAsked, parseDashboardAddress, type DashboardAddress, type DashboardDays } from "@/lib/protocol/dashboard-address";
import { reportUnits } from "./find-report-unit";

export type DashboardAsked = {
  readonly address: DashboardAddress;
  readonly days: DashboardDays;
  readonly today: LocalDate;
  /** Some of the address could not be read: the usual stands for it. */
  readonly isWrong: boolean;
  /** The address names a unit that cannot be one. */
  readonly isNowhere: boolean;
};

/** What an address asks of a dashboard; undefined for whoever reads no sums. */
export function dashboardAsked(actor: Actor, parameters: Parameters<typeof parseDashboardAddress>[0], now: string): DashboardAsked | undefined {
  const today = localDateOf(now);
  if (reportUnits(actor, today).length === 0) return undefined;
  const { address, wrong } = parseDashboardAddress(parameters);
  const days = daysAsked(address, today);
  return { address, days, today, isWrong: days.wrongDays || wrong.length > 0, isNowhere: wrong.includes("unit") };
}
