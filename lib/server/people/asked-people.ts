import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { managedUnits } from "@/lib/domain/people/grants";
import { localDateOf } from "@/lib/domain/time/local-date";
import { PeopleQuery } from "@/lib/protocol/people";

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** What an address asks for, without what makes no sense in it; undefined for whoever looks after nobody. */
export function askedPeople(actor: Actor, parameters: Parameters, now: string): PeopleQuery | undefined {
  if (managedUnits(actor, localDateOf(now)).length === 0) return undefined;
  const said = Object.entries(parameters).filter(([name, value]) => value !== "" && PeopleQuery.shape[name as keyof PeopleQuery]?.safeParse(value).success);
  return PeopleQuery.safeParse(Object.fromEntries(said)).data ?? {};
}
