import "server-only";
import { rolesWithSecondFactor } from "@/lib/domain/people/sign-in-step";
import { localDateOf } from "@/lib/domain/time/local-date";
import { rolesOn, type Person } from "@/lib/server/auth/person";
import { environment } from "@/lib/server/env/environment";

/** Whether a role held today makes the person have a second factor in this deployment. */
export function needsSecondFactor(person: Person, now: string): boolean {
  const needing: readonly string[] = rolesWithSecondFactor;
  return environment().secondFactor === "required" && rolesOn(person, localDateOf(now)).some((role) => needing.includes(role));
}
