import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Transaction } from "@/lib/server/database/with-actor";

/**
 * One change of a plan at a time in a province, until the transaction ends: two leaders who assign the same person
 * at the same moment see each other, and a week that is copied twice at once is copied once. Plans change rarely.
 */
export async function lockPlan(tx: Transaction, { provinceId }: Actor): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`shifts ${provinceId}`}, 0))`;
}
