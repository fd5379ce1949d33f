import "server-only";
import type { Actor, Role } from "@/lib/domain/people/actor";
import type { RoleForm } from "@/lib/domain/people/person-form";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { PersonChangeKind } from "@/lib/protocol/people";
import { canonicalJson } from "@/lib/server/crypto/canonical-json";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import { hexOf, insertRows, recordsOf } from "@/lib/server/database/insert-rows";
import { newId } from "@/lib/server/database/new-id";
import type { Transaction } from "@/lib/server/database/with-actor";

/** What became of somebody, without a name: the history of a person, and of what was done in bulk. */
export type PersonChange = { readonly userId: string; readonly kind: PersonChangeKind; readonly role?: Role | undefined; readonly unitId?: string | undefined; readonly areaId?: string | undefined; readonly day?: LocalDate };

export type Logged = {
  readonly id: string;
  readonly type: string;
  readonly payload: unknown;
  readonly before?: unknown;
  readonly after?: unknown;
  /** What the same id is answered again. Never a password, never a name. */
  readonly answer: object;
};

/** The line of the log and the rows of the people, in the transaction that changes them. */
export async function writeChanges(tx: Transaction, { provinceId, userId }: Actor, command: Logged, changes: readonly PersonChange[], now: string): Promise<void> {
  const digest = (state: unknown) => (state === undefined ? undefined : hexOf(keyedHash("state", canonicalJson(state))));
  await insertRows(tx, "command_log", { province_id: provinceId, actor_id: userId }, [{
    id: command.id, type: command.type, claimed_at: now, received_at: now, payload_digest: hexOf(keyedHash("payload", canonicalJson(command.payload))),
    before_digest: digest(command.before), after_digest: digest(command.after), answer: { commandId: command.id, verdict: "accepted", ...command.answer },
  }]);
  await insertRows(tx, "person_change", { province_id: provinceId, command_id: command.id, actor_id: userId, at: now }, changes.map(({ userId, kind, role, unitId, areaId, day }) => (
    { id: newId(), user_id: userId, kind, role, unit_id: unitId, area_id: areaId, day })));
}

/** The answer of a command that was done before, by its id. */
export async function answerOf<Answer>(tx: Transaction, { userId }: Actor, id: string, type: string): Promise<Answer | undefined> {
  const [done] = await tx.$queryRaw<{ answer: Answer }[]>`
    select answer from command_log where id = ${id}::uuid and actor_id = ${userId}::uuid and type = ${type}`;
  return done?.answer;
}

export type Opened = RoleForm & { readonly userId: string };

export async function openRoles(tx: Transaction, { provinceId, userId }: Actor, opens: readonly Opened[]): Promise<void> {
  await insertRows(tx, "role_assignment", { province_id: provinceId, granted_by_id: userId }, opens.map(({ userId, role, unitId, areaId, from }) => (
    { id: newId(), user_id: userId, role, unit_id: unitId, area_id: areaId, valid_from: from })));
}

/** What was held stays as it was; it only ends. */
export async function endRoles(tx: Transaction, ends: readonly { readonly id: string; readonly validTo: LocalDate }[]): Promise<number> {
  if (ends.length === 0) return 0;
  return tx.$executeRaw`
    update role_assignment set valid_to = ended.valid_to
    from ${recordsOf("role_assignment", {}, ends.map(({ id, validTo }) => ({ id, valid_to: validTo })))} ended
    where role_assignment.id = ended.id`;
}
