import "server-only";
import type { Refusal } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import type { AskedChange, ChangeOf } from "./asked-change";
import { findPerson } from "./load-people";
import { writeChanges, type PersonChange } from "./write-changes";

type Done = { readonly id: string; readonly userId: string };

/** Name and kind, while they are what was looked at. */
export async function editPerson({ tx, actor, type, today, now }: AskedChange, command: ChangeOf<"edit">): Promise<Result<Done, Refusal>> {
  const { id, userId, name, memberKind, expected } = command;
  const person = await findPerson(tx, actor, userId, today);
  if (!person?.mayChange) return err({ code: "unknownOrForbidden" });
  const isSame = person.name === name && person.memberKind === memberKind;
  if (!isSame && (person.name !== expected.name || person.memberKind !== expected.memberKind)) return err({ code: "personChangedSince" });
  await tx.$executeRaw`update app_user set name = ${name}, member_kind = ${memberKind} where id = ${userId}::uuid`;
  const changes: PersonChange[] = [
    ...(person.name === name ? [] : [{ userId, kind: "renamed" as const }]),
    ...(person.memberKind === memberKind ? [] : [{ userId, kind: "kindChanged" as const }]),
  ];
  await writeChanges(tx, actor, { id, type, payload: command, before: expected, after: { name, memberKind }, answer: { userId } }, changes, now);
  return ok({ id, userId });
}

/**
 * Who is disabled is signed out everywhere with the next request, and can't sign in. What the phones still hold arrives
 * all the same, in quarantine, for the leader to decide. Roles stay, for when the person comes back.
 */
export async function setDisabled({ tx, actor, type, today, now }: AskedChange, command: ChangeOf<"disable"> | ChangeOf<"enable">): Promise<Result<Done, Refusal>> {
  const { id, userId, action } = command;
  const person = await findPerson(tx, actor, userId, today);
  if (!person?.mayChange) return err({ code: "unknownOrForbidden" });
  const changed = action === "disable"
    ? await tx.$executeRaw`update app_user set disabled_at = ${now}::timestamptz, session_version = session_version + 1 where id = ${userId}::uuid and disabled_at is null`
    : await tx.$executeRaw`update app_user set disabled_at = null where id = ${userId}::uuid and disabled_at is not null`;
  if (changed === 0) return err({ code: "personChangedSince" });
  const after = { disabled: action === "disable" };
  await writeChanges(tx, actor, { id, type, payload: command, before: { disabled: !after.disabled }, after, answer: { userId } }, [{ userId, kind: after.disabled ? "disabled" : "enabled" }], now);
  return ok({ id, userId });
}
