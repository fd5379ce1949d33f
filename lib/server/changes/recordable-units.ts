import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { recordingRoles } from "@/lib/domain/review/permission";
import type { LocalDate } from "@/lib/domain/time/local-date";

/** Units over which the person holds a role that records, on this day. */
export function recordableUnits({ assignments }: Actor, day: LocalDate): string[] {
  return assignments.flatMap(({ role, unitId, validFrom, validTo }) =>
    unitId && (recordingRoles as readonly string[]).includes(role) && validFrom <= day && (!validTo || day < validTo) ? [unitId] : [],
  );
}
