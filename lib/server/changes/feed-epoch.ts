import "server-only";
import type { Transaction } from "@/lib/server/database/with-actor";

/** Which life of the database this is: a restored backup begins another one, and cursors of before say nothing. */
export async function loadFeedEpoch(tx: Transaction, provinceId: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ epoch: string }[]>`select feed_epoch as epoch from province where id = ${provinceId}::uuid`;
  if (!row) throw new Error("The actor's province does not exist");
  return row.epoch;
}
