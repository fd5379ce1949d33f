import "server-only";
import { recordingRoles } from "@/lib/domain/review/permission";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { NamedPerson } from "@/lib/protocol/shifts";
import type { Transaction } from "@/lib/server/database/with-actor";

/** More than a team has people. */
const mostPeople = 1_000;

/** Who records for a unit on some day of a period, and so may be on its shifts. @param path from the province down */
export function readTeam(tx: Transaction, path: readonly string[], from: LocalDate, to: LocalDate): Promise<NamedPerson[]> {
  return tx.$queryRaw<NamedPerson[]>`
    select app_user.id, app_user.name from app_user
    where app_user.disabled_at is null and exists (
      select from role_assignment
      where role_assignment.user_id = app_user.id and unit_id = any (${[...path]}::uuid[]) and role::text = any (${[...recordingRoles]})
        and valid_from <= ${to}::date and (valid_to is null or ${from}::date < valid_to))
    order by app_user.id
    limit ${mostPeople}`;
}
