import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { localDateOf } from "@/lib/domain/time/local-date";

/** Whether the registers of the province are this person's to keep today. Everybody else hears of nothing. */
export function keepsRegisters(actor: Actor, now: string): boolean {
  const today = localDateOf(now);
  return actor.active && actor.assignments.some(
    ({ role, validFrom, validTo }) => role === "provinceVerifier" && validFrom <= today && (!validTo || today < validTo));
}
