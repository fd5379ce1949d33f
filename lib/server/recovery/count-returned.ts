import "server-only";
import type { Transaction } from "@/lib/server/database/with-actor";
import { waitsHere } from "./waits-here";

/** How much of the person's other phones brought that could not be done waits to be taken back, see `return-rows.ts`. */
export async function countReturned(tx: Transaction, userId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from recovered_command
    where owner_id = ${userId}::uuid and ${waitsHere()}`;
  return row?.count ?? 0;
}
