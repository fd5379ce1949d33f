import "server-only";
import { Prisma } from "@/lib/server/generated/client";
import { waitsHere } from "./waits-here";

/** How much of the person's other phones brought that could not be done waits to be taken back, see `return-rows.ts`. */
export function returnedCount(userId: string): Prisma.Sql {
  return Prisma.sql`select count(*)::int from recovered_command where owner_id = ${userId}::uuid and ${waitsHere()}`;
}
