import "server-only";
import { Uuid } from "@/lib/domain/ids";
import { LocalDate } from "@/lib/domain/time/local-date";
import { Month, type AllowanceQuery, type WeekQuery } from "@/lib/protocol/shifts";

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** Which week an address names; what it names wrongly counts as not named. */
export function weekQueryOf({ unit, day }: Parameters): WeekQuery {
  const [unitId, named] = [Uuid.safeParse(unit).data, LocalDate.safeParse(day).data];
  return { ...(unitId ? { unit: unitId } : {}), ...(named && isNear(named) ? { day: named } : {}) };
}

export function allowanceQueryOf({ unit, month }: Parameters): AllowanceQuery {
  const [unitId, named] = [Uuid.safeParse(unit).data, Month.safeParse(month).data];
  return { ...(unitId ? { unit: unitId } : {}), ...(named && isNear(`${named}-01`) ? { month: named } : {}) };
}

/** Days of which a week and a month have neighbours. */
function isNear(day: string): boolean {
  return day >= "2022-01-01" && day < "2100-01-01";
}
