import "server-only";
import { offeredServices } from "@/lib/domain/members/offered-services";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { Transaction } from "@/lib/server/database/with-actor";

/** Tells by its name in the register whether a service can be had online on a day. */
export async function readOfferedServices(tx: Transaction, day: LocalDate): Promise<(text: string) => boolean> {
  const rows = await tx.$queryRaw<{ name: string; otherNames: string[] }[]>`
    select name, coalesce(other_names, '{}') as "otherNames" from service
    where valid_from <= ${day}::date and (valid_to is null or ${day}::date < valid_to)`;
  return offeredServices(rows.map(({ name }) => name), rows.flatMap(({ otherNames }) => otherNames));
}
