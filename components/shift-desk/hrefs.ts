import type { LocalDate } from "@/lib/domain/time/local-date";
import type { Month } from "@/lib/protocol/shifts";

export function weekHref(unitId: string, day: LocalDate): string {
  return `/desk/shifts?${new URLSearchParams({ unit: unitId, day })}`;
}

export function monthHref(unitId: string, month: Month): string {
  return `/desk/allowance?${new URLSearchParams({ unit: unitId, month })}`;
}

export function allowanceDataHref(unitId: string, month: Month): string {
  return `/api/shifts/allowance?${new URLSearchParams({ unit: unitId, month })}`;
}

export function monthsAfter(month: Month, count: number): Month {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
}
