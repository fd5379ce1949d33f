import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { environment } from "@/lib/server/env/environment";
import { PrismaClient } from "@/lib/server/generated/client";

/**
 * The one client of the process. Only this folder may use it: everything else goes through `withActor`,
 * because a query outside of it would run as the owner of the tables.
 */
export function databaseClient(): PrismaClient {
  const shared = globalThis as { tnsDatabase?: PrismaClient };
  // Kept on globalThis: the development server loads modules again at every change.
  return (shared.tnsDatabase ??= new PrismaClient({ adapter: new PrismaPg(poolOf(environment().databaseUrl)) }));
}

/** Ends all connections; the next use opens new ones. For tests and commands that have to exit. */
export async function closeDatabase(): Promise<void> {
  const shared = globalThis as { tnsDatabase?: PrismaClient };
  const client = shared.tnsDatabase;
  delete shared.tnsDatabase;
  await client?.$disconnect();
}

/** How long a request waits for a connection, and a transaction for its end (milliseconds). */
export const connectionPatience = 5_000;
export const transactionPatience = 20_000;
/** The same for work on everything there is: an import that is accepted, rules that are applied. */
export const longWork = 600_000;

function poolOf(connectionString: string): pg.PoolConfig {
  return {
    connectionString,
    application_name: "tinh-nguyen-so",
    max: 10,
    connectionTimeoutMillis: connectionPatience,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    lock_timeout: 10_000,
    // A process that hangs in the middle of a transaction would hold the change feed back for everybody.
    idle_in_transaction_session_timeout: 15_000,
  };
}
