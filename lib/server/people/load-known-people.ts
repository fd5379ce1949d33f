import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { KnownPerson } from "@/lib/domain/people/plan-people";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { Transaction } from "@/lib/server/database/with-actor";
import { loadPeople } from "./load-people";
import { homesTable, peopleConditions, peopleTable } from "./people-conditions";

/** Everybody whom the actor looks after, as a file is compared with them. */
export async function loadKnownPeople(tx: Transaction, actor: Actor, today: LocalDate): Promise<KnownPerson[]> {
  const ids = await tx.$queryRaw<{ id: string }[]>`
    with ${homesTable(today)} select person.id from ${peopleTable} where ${peopleConditions(actor, {}, today)}`;
  const people = await loadPeople(tx, actor, ids.map(({ id }) => id), today);
  return [...people.values()].map(({ id, login, name, memberKind, disabledAt, mayChange, homes }) => ({
    id, login, name, memberKind, isDisabled: disabledAt !== null, isManaged: mayChange,
    held: homes.filter(({ validTo }) => validTo === undefined || today < validTo),
  }));
}
