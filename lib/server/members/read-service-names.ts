import "server-only";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { Transaction } from "@/lib/server/database/with-actor";

/** Services that can be had online on a day, by name. */
export async function readServiceNames(tx: Transaction, day: LocalDate): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    select name from service where valid_from <= ${day}::date and (valid_to is null or ${day}::date < valid_to)`;
  return rows.map(({ name }) => name);
}
