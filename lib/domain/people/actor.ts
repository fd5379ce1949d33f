import type { LocalDate } from "../time/local-date";

export const roles = [
  "volunteer",
  "leader",
  "officer",
  "policeVerifier",
  "policeHelper",
  "provinceVerifier",
  "provincePlanner",
  "observer",
] as const;

export type Role = (typeof roles)[number];

/** A dated role over a unit and everything below it. Police roles are scoped by area instead. */
export type RoleAssignment = {
  readonly role: Role;
  readonly unitId?: string;
  readonly areaId?: string;
  readonly validFrom: LocalDate;
  /** First day on which it is no longer valid. */
  readonly validTo?: LocalDate;
};

/** The person on whose behalf a command runs. */
export type Actor = {
  readonly provinceId: string;
  readonly userId: string;
  readonly active: boolean;
  /** Not a person but a program with a key of the province's: it reads sums, and its id is nobody's. */
  readonly program?: true;
  readonly assignments: readonly RoleAssignment[];
};

/**
 * Does the actor hold one of `roles` over a unit on a day?
 * @param unitPath ids from the province down to the unit, as the tree stood on that day
 */
export function holdsRole(actor: Actor, wanted: readonly Role[], unitPath: readonly string[], day: LocalDate): boolean {
  return actor.assignments.some(
    (assignment) =>
      wanted.includes(assignment.role) &&
      assignment.validFrom <= day &&
      (assignment.validTo === undefined || day < assignment.validTo) &&
      assignment.unitId !== undefined &&
      unitPath.includes(assignment.unitId),
  );
}
