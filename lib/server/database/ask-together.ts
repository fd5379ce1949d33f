import "server-only";
import { Prisma } from "@/lib/server/generated/client";
import type { Transaction } from "./with-actor";

type Queries<Lists> = { readonly [Name in keyof Lists]: Prisma.Sql };

/**
 * Asks several questions in one statement, each for a list of rows: for what is asked so often that the round trips cost
 * more than the answers. Rows come as JSON, so a query casts moments, and bytes have no place in them.
 */
export async function askTogether<Lists extends Readonly<Record<string, readonly unknown[]>>>(tx: Transaction, queries: Queries<Lists>): Promise<Lists> {
  const columns = Object.entries<Prisma.Sql>(queries).map(
    ([name, query]) => Prisma.sql`(select coalesce(json_agg(listed), '[]') from (${query}) listed) as ${Prisma.raw(`"${name}"`)}`,
  );
  const [row] = await tx.$queryRaw<[Lists]>`select ${Prisma.join(columns)}`;
  return row;
}
