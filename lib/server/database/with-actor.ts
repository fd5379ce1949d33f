import "server-only";
import type { Actor, Role, RoleAssignment } from "@/lib/domain/people/actor";
import { policeRoles, supervisingRoles } from "@/lib/domain/review/permission";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { Prisma } from "@/lib/server/generated/client";
import { requireDurable, type DurabilitySettings } from "./assert-durable";
import { connectionPatience, databaseClient, longWork, transactionPatience } from "./client";

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
  const { provinceId: province, userId: user } = actor;
  return open({ province, user, scope: supervisedUnits(actor), ...dutiesOf(actor) }, use);
}

/**
 * The same for nobody in particular: while a person signs in, or where only what everybody of the province
 * may read is needed. No entry and no citizen is visible here.
 */
export function withProvince<Value>(provinceId: string, use: (tx: Transaction) => Promise<Value>): Promise<Value> {
  return open({ province: provinceId, user: "", scope: [], duties: [], policeAreas: [] }, use);
}

/**
 * The same for work that takes as long as it takes: an import is accepted, rules are applied. One transaction all the
 * same: nobody sees half of it.
 */
export function withActorForLong<Value>(actor: Actor, use: (tx: Transaction) => Promise<Value>): Promise<Value> {
  const { provinceId: province, userId: user } = actor;
  return open({ province, user, scope: supervisedUnits(actor), ...dutiesOf(actor) }, use, longWork);
}

type Scope = {
  readonly province: string;
  readonly user: string;
  readonly scope: readonly string[];
  readonly duties: readonly Duty[];
  readonly policeAreas: readonly string[];
};

/** What somebody may do beyond the own units; the policies of prisma/migrations know the words. */
type Duty = "registers" | "reports" | "police" | "verdicts";

function open<Value>(
  { province, user, scope, duties, policeAreas }: Scope,
  use: (tx: Transaction) => Promise<Value>,
  timeout: number = transactionPatience,
): Promise<Value> {
  return databaseClient().$transaction(
    async (tx) => {
      const [settings] = await tx.$queryRaw<DurabilitySettings[]>`
        select set_config('app.province', ${province}, true), set_config('app.user', ${user}, true),
               set_config('app.scope', ${`{${scope.join(",")}}`}, true), set_config('app.duties', ${`{${duties.join(",")}}`}, true),
               set_config('app.police_areas', ${`{${policeAreas.join(",")}}`}, true), set_config('role', 'tns_app', true),
               current_setting('synchronous_commit') as "synchronousCommit", current_setting('fsync') as fsync`;
      requireDurable(settings);
      if (timeout > transactionPatience) {
        await tx.$queryRaw`select set_config('statement_timeout', ${String(timeout)}, true), set_config('lock_timeout', ${String(timeout)}, true)`;
      }
      return use(tx);
    },
    { maxWait: connectionPatience, timeout },
  );
}

/** Units over which the actor holds a supervising role today; what is below them is theirs to see. */
export function supervisedUnits(actor: Actor): string[] {
  return heldToday(actor, supervisingRoles).flatMap(({ unitId }) => unitId ?? []);
}

/** Police work is scoped by areas; the police of the whole province holds its role over a unit instead. */
function dutiesOf(actor: Actor): Pick<Scope, "duties" | "policeAreas"> {
  const police = heldToday(actor, policeRoles);
  return {
    duties: [
      ...(heldToday(actor, ["provinceVerifier"]).length > 0 ? ["registers" as const] : []),
      ...(actor.program && actor.active ? ["reports" as const] : []),
      ...(police.some(({ unitId }) => unitId) ? ["police" as const] : []),
      ...(police.some(({ role }) => role === "policeVerifier") ? ["verdicts" as const] : []),
    ],
    policeAreas: police.flatMap(({ areaId }) => areaId ?? []),
  };
}

function heldToday(actor: Actor, roles: readonly Role[]): RoleAssignment[] {
  if (!actor.active) return [];
  const today = localDateOf(new Date().toISOString());
  return actor.assignments.filter(({ role, validFrom, validTo }) => roles.includes(role) && validFrom <= today && (!validTo || today < validTo));
}
