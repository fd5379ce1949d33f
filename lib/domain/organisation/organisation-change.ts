import * as z from "zod/mini";
import { Uuid } from "../ids";
import { LocalDate } from "../time/local-date";
import { unitKinds } from "./organisation-unit";

const Name = z.string().check(z.trim(), z.minLength(1, "required"), z.maxLength(120, "tooLong"));
const below = unitKinds.filter((kind) => kind !== "province");

/** A unit that a change brings forth; its id is made where the change is made. */
export const NewUnit = z.strictObject({ id: Uuid, name: Name, shortName: z.optional(Name), officialCode: z.optional(z.string().check(z.trim(), z.maxLength(20, "tooLong"))) });
export type NewUnit = z.infer<typeof NewUnit>;

/** One that is there, or one that begins with the change. */
export const Heir = z.union([z.strictObject({ unitId: Uuid }), z.strictObject({ opens: NewUnit, parentId: Uuid })]);
export type Heir = z.infer<typeof Heir>;

/**
 * What may happen to the tree, each from the beginning of a day on. A merger takes up to a whole province's communes;
 * after a split everything that is not said otherwise goes on in one of the heirs.
 */
export const OrganisationChange = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("open"), from: LocalDate, unit: NewUnit, unitKind: z.enum(below), parentId: Uuid }),
  z.strictObject({ kind: z.literal("rename"), from: LocalDate, unitId: Uuid, name: Name }),
  z.strictObject({ kind: z.literal("move"), from: LocalDate, unitId: Uuid, parentId: Uuid }),
  z.strictObject({ kind: z.literal("merge"), from: LocalDate, unitIds: z.array(Uuid).check(z.minLength(1, "required"), z.maxLength(200)), into: Heir }),
  z.strictObject({ kind: z.literal("split"), from: LocalDate, unitId: Uuid, into: z.array(Heir).check(z.minLength(2, "required"), z.maxLength(20)), carriedInto: Uuid }),
  z.strictObject({ kind: z.literal("close"), from: LocalDate, unitId: Uuid }),
]);
export type OrganisationChange = z.infer<typeof OrganisationChange>;
export type ChangeOf<Kind extends OrganisationChange["kind"]> = Extract<OrganisationChange, { kind: Kind }>;

export const changeKinds = ["open", "rename", "move", "merge", "split", "close"] as const satisfies readonly OrganisationChange["kind"][];

export function heirIdOf(heir: Heir): string {
  return "unitId" in heir ? heir.unitId : heir.opens.id;
}

/** Units of before that a change is about; those it brings forth are not among them. */
export function subjectsOf(change: OrganisationChange): readonly string[] {
  if (change.kind === "open") return [];
  return change.kind === "merge" ? change.unitIds : [change.unitId];
}
