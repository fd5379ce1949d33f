import "server-only";
import type { RoleForm } from "@/lib/domain/people/person-form";
import { endRole, grantRole, moveRole, type RoleSteps } from "@/lib/domain/people/role-steps";
import type { Refusal } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import type { AskedChange, ChangeOf } from "./asked-change";
import { findRolePlace } from "./find-role-place";
import { findPerson, type LoadedPerson } from "./load-people";
import { endRoles, openRoles, writeChanges, type PersonChange } from "./write-changes";

type Command = ChangeOf<"grant"> | ChangeOf<"end"> | ChangeOf<"move">;

/** A role more, one less, or one for another, from a day on. Phones hear of it with their next briefing. */
export async function changeRoles(asked: AskedChange, command: Command): Promise<Result<{ readonly id: string; readonly userId: string }, Refusal>> {
  const { tx, actor, type, today, now } = asked;
  const { id, userId } = command;
  const person = await findPerson(tx, actor, userId, today);
  if (!person || userId === actor.userId) return err({ code: "unknownOrForbidden" });
  if (person.disabledAt && command.action !== "end") return err({ code: "personDisabled" });
  const steps = await stepsOf(asked, person, command);
  if (!steps.ok) return steps;
  const { ends, opens } = steps.value;
  const ended = ends.flatMap(({ id: ending, validTo }) => person.held.filter((held) => held.id === ending).map((held) => ({ ...held, validTo })));
  if (!ended.every(person.mayEnd)) return err({ code: "roleNotYours" });
  if ((await endRoles(tx, ends)) < ends.length) return err({ code: "personChangedSince" });
  await openRoles(tx, actor, opens.map((form) => ({ userId, ...form })));
  const changes: PersonChange[] = [
    ...ended.map(({ role, unitId, areaId, validTo }) => ({ userId, kind: "roleEnded" as const, role, unitId, areaId, day: validTo })),
    ...opens.map(({ role, unitId, areaId, from }) => ({ userId, kind: "roleGranted" as const, role, unitId, areaId, day: from })),
  ];
  await writeChanges(tx, actor, { id, type, payload: command, before: person.held, after: { ends, opens }, answer: { userId } }, changes, now);
  return ok({ id, userId });
}

async function stepsOf({ tx, actor, today }: AskedChange, { held }: LoadedPerson, command: Command): Promise<Result<RoleSteps, Refusal>> {
  if (command.action === "end") return endRole(held, command.assignmentId, command.on, today);
  const { role, unitId, areaId, from } = command;
  const form: RoleForm = { role, unitId, areaId, from };
  const place = await findRolePlace(tx, actor, form, today);
  if (!place.ok) return place;
  return command.action === "grant" ? grantRole(held, form, place.value, today) : moveRole(held, command.assignmentId, form, place.value, today);
}
