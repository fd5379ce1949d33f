import * as z from "zod/mini";
import { Uuid } from "../ids";
import { PersonName } from "../identity/person-name";
import { missingOr } from "../parsed-text";
import { MemberKind } from "../shift/member-kind";
import { LocalDate } from "../time/local-date";
import { roles } from "./actor";
import { Login } from "./login";

/** Kinds of units, from the top. */
export const unitKinds = ["province", "directUnit", "grassroots", "team"] as const;
export type UnitKind = (typeof unitKinds)[number];

/** A role to be given: in a unit, or for the police in an area; from a day on. */
export const RoleForm = z.strictObject({
  role: z.enum(roles, { error: missingOr("roleUnknown") }),
  unitId: z.optional(Uuid),
  areaId: z.optional(Uuid),
  from: LocalDate,
});
export type RoleForm = z.infer<typeof RoleForm>;

/** All that is asked of somebody new; without a login they get one after their name. Nothing else is kept. */
export const PersonForm = z.strictObject({
  name: PersonName,
  login: z.optional(Login),
  memberKind: MemberKind,
  ...RoleForm.shape,
});
export type PersonForm = z.infer<typeof PersonForm>;
