import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { withActor } from "@/lib/server/database/with-actor";

/** Is this day in a closed period? Numbers of any other day may still change without a correction. */
export function isClosedDay(actor: Actor, day: LocalDate): Promise<boolean> {
  return withActor(actor, async (tx) => {
    const found = await tx.$queryRaw<object[]>`
      select 1 as one from period where closed_at is not null and ${day}::date between "from" and through limit 1`;
    return found.length > 0;
  });
}

/** Last day of the closed period that ends last. */
export function readClosedThrough(actor: Actor): Promise<LocalDate | undefined> {
  return withActor(actor, async (tx) => {
    const [newest] = await tx.$queryRaw<{ through: LocalDate | null }[]>`select max(through)::text as through from period where closed_at is not null`;
    return newest?.through ?? undefined;
  });
}
