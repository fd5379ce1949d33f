import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { withActor, withActorForLong } from "@/lib/server/database/with-actor";

/** Differences that a reader sums one by one without being slow. */
const fewFresh = 20_000;

/**
 * Makes reading cheap again after much was written: before whatever reads sums, in a transaction of its own, so that no
 * reader waits for another. Costs as much as was written since the last time.
 */
export async function rollUpTallies(actor: Actor): Promise<void> {
  const [{ fresh = 0 } = {}] = await withActor(actor, (tx) => tx.$queryRaw<{ fresh: number }[]>`select fresh_tallies(${fewFresh}) as fresh`);
  if (fresh >= fewFresh) await withActorForLong(actor, (tx) => tx.$queryRaw`select roll_up_tallies()`);
}
