import type { Month, ResultColumn } from "@/lib/protocol/survey-results";

/** The address of the results of a month in an order. */
export function resultsHref(month: Month, sort: ResultColumn): string {
  return `/desk/survey?${new URLSearchParams({ month, sort })}`;
}

/** The address of the sheet to print for a point. */
export function sheetHref(code: string): string {
  return `/desk/survey/sheet?${new URLSearchParams({ p: code })}`;
}
