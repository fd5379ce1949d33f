import "server-only";
import * as z from "zod/mini";
import { Uuid } from "@/lib/domain/ids";
import type { Actor } from "@/lib/domain/people/actor";
import { reportIndicators, type ReportIndicator } from "@/lib/domain/report/report-table";
import { localDateOf, partsOfDate } from "@/lib/domain/time/local-date";
import { ownTargetUnit } from "./target-unit";

/** `unitId` is undefined where the address names what is no id. */
type Asked = { readonly ownUnitId: string; readonly unitId: string | undefined; readonly year: number; readonly indicator?: ReportIndicator; readonly page: number };

/** The years that have, or may get, targets: from the scheme's first one to the next. Newest first. */
export function targetYears(now: string): number[] {
  const { year } = partsOfDate(localDateOf(now));
  return Array.from({ length: year + 1 - firstYear + 1 }, (_, index) => year + 1 - index);
}
const firstYear = 2022;

/**
 * Which unit, year and indicator an address names; one's own unit and this year where it names none.
 * @returns undefined for whoever sees no targets at all
 */
export function askedTargets(actor: Actor, parameters: Readonly<Record<string, string | string[] | undefined>>, now: string): Asked | undefined {
  const today = localDateOf(now);
  const ownUnitId = ownTargetUnit(actor, today);
  if (!ownUnitId) return undefined;
  const year = z.coerce.number().check(z.int()).safeParse(parameters.year).data;
  const indicator = z.enum(reportIndicators).safeParse(parameters.indicator).data;
  const page = z.coerce.number().check(z.int(), z.minimum(1), z.maximum(1000)).safeParse(parameters.page).data;
  return {
    ownUnitId,
    unitId: "unit" in parameters ? Uuid.safeParse(parameters.unit).data : ownUnitId,
    year: year !== undefined && targetYears(now).includes(year) ? year : partsOfDate(today).year,
    ...(indicator ? { indicator } : {}),
    page: page ?? 1,
  };
}
