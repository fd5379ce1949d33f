import "server-only";
import type { Transaction } from "@/lib/server/database/with-actor";

/** Who changes the tree waits for whoever does: each decides on what the other left. */
export async function lockTree(tx: Transaction): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('units/' || app_province(), 0))::text`;
}
