import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { supervisingRoles } from "@/lib/domain/review/permission";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { Prisma } from "@/lib/server/generated/client";
import { requireDurable, type DurabilitySettings } from "./assert-durable";
import { connectionPatience, databaseClient, transactionPatience } from "./client";

export type Transaction = Prisma.TransactionClient;

/**
 * The one door to the database. Opens a transaction that acts for one person under a role that owns
 * nothing: row-level security (prisma/migrations) shows it that person's province, own entries and those
 * of the units the person supervises today, and nothing else.
 *
 * The same round trip asks whether a commit lasts: nothing is acknowledged that a power cut could take back.
 *
 * Everything is said transaction-locally: a setting of the session would stay on the pooled connection for
 * the next request. What `use` throws rolls the transaction back; never catch a failed query inside and go
 * on, because the database has given the transaction up by then.
 */
export function withActor<Value>(actor: Actor, use: (tx: Transaction) => Promise<Value>): Promise<Value> {
  return open({ province: actor.provinceId, user: actor.userId, scope: supervisedUnits(actor) }, use);
}

/**
 * The same for nobody in particular: while a person signs in, or where only what everybody of the province
 * may read is needed. No entry and no citizen is visible here.
 */
export function withProvince<Value>(provinceId: string, use: (tx: Transaction) => Promise<Value>): Promise<Value> {
  return open({ province: provinceId, user: "", scope: [] }, use);
}

type Scope = { readonly province: string; readonly user: string; readonly scope: readonly string[] };

function open<Value>({ province, user, scope }: Scope, use: (tx: Transaction) => Promise<Value>): Promise<Value> {
  return databaseClient().$transaction(
    async (tx) => {
      const [settings] = await tx.$queryRaw<DurabilitySettings[]>`
        select set_config('app.province', ${province}, true), set_config('app.user', ${user}, true),
               set_config('app.scope', ${`{${scope.join(",")}}`}, true), set_config('role', 'tns_app', true),
               current_setting('synchronous_commit') as "synchronousCommit", current_setting('fsync') as fsync`;
      requireDurable(settings);
      return use(tx);
    },
    { maxWait: connectionPatience, timeout: transactionPatience },
  );
}

/** Units over which the actor holds a supervising role today; what is below them is theirs to see. */
export function supervisedUnits(actor: Actor): string[] {
  if (!actor.active) return [];
  const today = localDateOf(new Date().toISOString());
  return actor.assignments.flatMap(({ role, unitId, validFrom, validTo }) =>
    unitId !== undefined && (supervisingRoles as readonly string[]).includes(role) && validFrom <= today && (!validTo || today < validTo)
      ? [unitId]
      : [],
  );
}
