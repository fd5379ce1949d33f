import "server-only";
import * as z from "zod/mini";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { resultColumns, type Month, type ResultColumn } from "@/lib/protocol/survey-results";

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

const firstMonth = "2022-05";

/** The month and the order that an address names; this month and the place's name for none or a wrong one. */
export function resultsQueryOf(parameters: Parameters, today: LocalDate): { readonly month: Month; readonly sort: ResultColumn } {
  const thisMonth = today.slice(0, 7);
  const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/)).safeParse(parameters.month).data ?? thisMonth;
  const sort = z.enum(resultColumns).safeParse(parameters.sort).data ?? "place";
  return { month: month > thisMonth || month < firstMonth ? thisMonth : month, sort };
}

/** `count` months up to this one, oldest first. */
export function monthsUpTo(month: Month, count: number): Month[] {
  const last = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  return Array.from({ length: count }, (_, index) => {
    const number = last - count + 1 + index;
    return `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
  });
}
