import "server-only";
import type { Actor, Role } from "@/lib/domain/people/actor";
import type { SignInStep } from "@/lib/domain/people/sign-in-step";
import type { LocalDate } from "@/lib/domain/time/local-date";

/** Who a request comes from, as the database knows them at this moment. */
export type Person = {
  readonly actor: Actor;
  readonly name: string;
  readonly sessionId: string;
  /** The session is one of a phone that was taken back, whatever phone it says it is by now. */
  readonly isPhoneRevoked?: true;
  /** What the session has to do before it is good for anything but that; only who asks for it gets such a person. */
  readonly missing?: SignInStep;
};

/** The roles a person holds on a day, whatever the unit, each once. */
export function rolesOn({ actor }: Person, day: LocalDate): Role[] {
  const held = actor.assignments.filter(({ validFrom, validTo }) => validFrom <= day && (!validTo || day < validTo));
  return [...new Set(held.map(({ role }) => role))];
}
