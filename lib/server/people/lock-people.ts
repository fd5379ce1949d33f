import "server-only";
import type { Transaction } from "@/lib/server/database/with-actor";

/** Whoever changes people waits for whoever does: logins are given, names compared and roles ended one after the other. */
export async function lockPeople(tx: Transaction): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('people/' || app_province(), 0))::text`;
}
