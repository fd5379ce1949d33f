import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { ReportPoint } from "@/lib/domain/report/report-table";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";

/**
 * Are the numbers of these days final: does the last one lie in a closed period, and is no earlier one open? Numbers of
 * other days may still change without a correction.
 * @param first of the days; none for everything until the last one
 */
export async function areClosed(tx: Transaction, { first, through }: Pick<ReportPoint, "first" | "through">): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ closed: boolean }[]>`
    select coalesce(bool_or(through >= ${through}::date) filter (where closed_at is not null), false) and count(*) filter (where closed_at is null) = 0 as closed
    from period where "from" <= ${through}::date and (${first ?? null}::date is null or through >= ${first ?? null}::date)`;
  return found?.closed ?? false;
}

/** Last day of the closed period that ends last. */
export function readClosedThrough(actor: Actor): Promise<LocalDate | undefined> {
  return withActor(actor, async (tx) => {
    const [newest] = await tx.$queryRaw<{ through: LocalDate | null }[]>`select max(through)::text as through from period where closed_at is not null`;
    return newest?.through ?? undefined;
  });
}
