import type { Refusal } from "../refusal";
import { err, ok, type Result } from "../result";
import { addDays, type LocalDate } from "../time/local-date";
import type { Role } from "./actor";
import type { RoleForm, UnitKind } from "./person-form";

/** A role as somebody holds it, ended or not. */
export type HeldRole = {
  readonly id: string;
  readonly role: Role;
  readonly unitId?: string | undefined;
  readonly areaId?: string | undefined;
  readonly validFrom: LocalDate;
  /** First day on which it is no longer valid. */
  readonly validTo?: LocalDate | undefined;
};

/** What ends on which day, and what begins. Nothing is overwritten: what was held stays as it was, and ends. */
export type RoleSteps = {
  readonly ends: readonly { readonly id: string; readonly validTo: LocalDate }[];
  readonly opens: readonly RoleForm[];
};

/** Days ahead that a role may begin or end. */
const farthest = 366;

/**
 * Another role for somebody. Refuses with `dayInPast` or `dayTooFar` at `from`, `roleNotForUnit` where such a unit has no
 * such role, `roleHeldAlready`, and `rolesConflict` where what is measured would measure itself.
 * @param kind of the unit; undefined for an area
 */
export function grantRole(held: readonly HeldRole[], form: RoleForm, kind: UnitKind | undefined, today: LocalDate): Result<RoleSteps, Refusal> {
  const day = checkDay(form.from, today, "from");
  if (!day.ok) return day;
  const { role, unitId, areaId } = form;
  if ((unitId === undefined) === (areaId === undefined)) return err({ code: "required", field: "unitId" });
  if (!rolesOfPlace(kind).includes(role)) return err({ code: "roleNotForUnit", field: "role" });
  const open = held.filter(({ validTo }) => validTo === undefined || form.from < validTo);
  if (open.some((one) => isSame(one, form))) return err({ code: "roleHeldAlready", field: "role" });
  if (open.some((one) => conflicts(one.role, role))) return err({ code: "rolesConflict", field: "role" });
  return ok({ ends: [], opens: [form] });
}

/**
 * A role ends with a day: `on` is the first without it. One that has not begun by then never begins. Refuses with
 * `dayInPast`, `dayTooFar`, and `personChangedSince` where it has ended already.
 */
export function endRole(held: readonly HeldRole[], assignmentId: string, on: LocalDate, today: LocalDate): Result<RoleSteps, Refusal> {
  const day = checkDay(on, today, "on");
  if (!day.ok) return day;
  const one = held.find(({ id }) => id === assignmentId);
  if (!one || (one.validTo !== undefined && one.validTo <= on)) return err({ code: "personChangedSince" });
  return ok({ ends: [{ id: one.id, validTo: on < one.validFrom ? one.validFrom : on }], opens: [] });
}

/**
 * To another unit from a day on: what is held there ends, the same or another role begins. What was recorded before stays
 * with the unit of its day. Refuses as `endRole` and `grantRole`.
 */
export function moveRole(held: readonly HeldRole[], assignmentId: string, form: RoleForm, kind: UnitKind | undefined, today: LocalDate): Result<RoleSteps, Refusal> {
  const ended = endRole(held, assignmentId, form.from, today);
  if (!ended.ok) return ended.error.field === "on" ? err({ ...ended.error, field: "from" }) : ended;
  const granted = grantRole(held.filter(({ id }) => id !== assignmentId), form, kind, today);
  const moved = held.find(({ id }) => id === assignmentId);
  if (moved && isSame(moved, form)) return err({ code: "roleHeldAlready", field: "unitId" });
  return granted.ok ? ok({ ends: ended.value.ends, opens: granted.value.opens }) : granted;
}

/** Roles that there are in such a unit, or, without one, in an area. */
export function rolesOfPlace(kind: UnitKind | undefined): readonly Role[] {
  return kind === undefined ? ["policeVerifier", "policeHelper"] : rolesOfKind[kind];
}

const rolesOfKind: Readonly<Record<UnitKind, readonly Role[]>> = {
  province: ["officer", "observer", "provinceVerifier", "provincePlanner", "policeVerifier", "policeHelper"],
  directUnit: ["volunteer", "leader", "officer", "observer"],
  grassroots: ["volunteer", "leader", "officer", "observer"],
  team: ["volunteer", "leader", "observer"],
};

/** Who plans and is assessed doesn't say what is true (scheme page, "Who uses the system"). */
function conflicts(one: Role, other: Role): boolean {
  const saysWhatIsTrue = (role: Role) => role === "provinceVerifier" || role === "policeVerifier";
  return (one === "provincePlanner" && saysWhatIsTrue(other)) || (other === "provincePlanner" && saysWhatIsTrue(one));
}

function isSame(one: HeldRole, form: RoleForm): boolean {
  return one.role === form.role && one.unitId === form.unitId && one.areaId === form.areaId;
}

function checkDay(day: LocalDate, today: LocalDate, field: string): Result<undefined, Refusal> {
  if (day < today) return err({ code: "dayInPast", field });
  return day <= addDays(today, farthest) ? ok(undefined) : err({ code: "dayTooFar", field });
}
