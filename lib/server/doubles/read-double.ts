import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { ReviewedEntry } from "@/lib/protocol/review-queue";
import { withActor } from "@/lib/server/database/with-actor";
import { findReviewedEntry } from "@/lib/server/review-queue/find-reviewed-entry";
import { findPair, isOpenPair } from "./find-pair";

/**
 * Both entries of an open pair as a reviewer reads them, numbers masked. Opening them is written down.
 * @returns undefined for what is no open pair of the person's units
 */
export async function readDouble(actor: Actor, ids: readonly [string, string], now: string): Promise<[ReviewedEntry, ReviewedEntry] | undefined> {
  const open = await withActor(actor, async (tx) => {
    const pair = await findPair(tx, actor, ids, now);
    return pair !== undefined && (await isOpenPair(tx, pair));
  });
  if (!open) return undefined;
  const [first, second] = [await findReviewedEntry(actor, ids[0], now), await findReviewedEntry(actor, ids[1], now)];
  return first && second ? [first, second] : undefined;
}
