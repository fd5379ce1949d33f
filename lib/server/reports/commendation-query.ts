import "server-only";
import { Uuid } from "@/lib/domain/ids";
import type { Actor } from "@/lib/domain/people/actor";
import { addDays, LocalDate, localDateOf } from "@/lib/domain/time/local-date";
import { memberRoles, seenUnits } from "@/lib/server/members/seen-unit";
import type { Days } from "./read-commendation";

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

export type CommendationAsked = { readonly unitId: string | undefined; readonly ownUnitId: string; readonly days: Days; readonly wrong: boolean };

/** Entries are looked at one by one: a year of them at most. */
const mostDays = 366;

/** What an address asks for: the own unit and this year so far where it says nothing. Undefined for whoever may not ask at all. */
export function commendationAsked(actor: Actor, parameters: Parameters, now: string): CommendationAsked | undefined {
  const today = localDateOf(now);
  const [own] = seenUnits(actor, today, memberRoles);
  if (!own) return undefined;
  const [from, through] = [LocalDate.safeParse(parameters.from).data, LocalDate.safeParse(parameters.to).data];
  const isGood = from !== undefined && through !== undefined && from <= through && through <= today && through < addDays(from, mostDays);
  return {
    unitId: "unit" in parameters ? Uuid.safeParse(parameters.unit).data : own,
    ownUnitId: own,
    days: isGood ? { from, through } : { from: `${today.slice(0, 4)}-01-01` as LocalDate, through: today },
    wrong: !isGood && (parameters.from !== undefined || parameters.to !== undefined),
  };
}
