import "server-only";
import { freeLogin } from "@/lib/domain/people/login";
import { grantRole } from "@/lib/domain/people/role-steps";
import type { Refusal } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { insertRows } from "@/lib/server/database/insert-rows";
import type { Transaction } from "@/lib/server/database/with-actor";
import type { AskedChange, ChangeOf } from "./asked-change";
import { findRolePlace } from "./find-role-place";
import { openRoles, writeChanges } from "./write-changes";

type Created = { readonly id: string; readonly userId: string; readonly login: string };

/** Somebody new with a first role, and no password before somebody gives one. */
export async function createPerson({ tx, actor, type, today, now }: AskedChange, command: ChangeOf<"create">): Promise<Result<Created, Refusal>> {
  const { id, userId, name, memberKind, role, unitId, areaId, from } = command;
  const form = { role, unitId, areaId, from };
  const place = await findRolePlace(tx, actor, form, today);
  if (!place.ok) return place;
  const steps = grantRole([], form, place.value, today);
  if (!steps.ok) return steps;
  const taken = await takenLogins(tx);
  if (command.login !== undefined && taken.has(command.login)) return err({ code: "loginTaken", field: "login" });
  const login = command.login ?? freeLogin(name, (wanted) => taken.has(wanted));
  await insertRows(tx, "app_user", { province_id: actor.provinceId, must_change_password: false, session_version: 1, created_at: now }, [{ id: userId, login, name, member_kind: memberKind }]);
  await openRoles(tx, actor, [{ userId, ...form }]);
  await writeChanges(tx, actor, { id, type, payload: command, after: { name, memberKind, form }, answer: { userId, login } }, [
    { userId, kind: "created" },
    { userId, kind: "roleGranted", role, unitId, areaId, day: from },
  ], now);
  return ok({ id, userId, login });
}

/** Logins of everybody in the province: some tens of thousands at most. */
export async function takenLogins(tx: Transaction): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ login: string }[]>`select login from app_user`;
  return new Set(rows.map(({ login }) => login));
}
