import * as z from "zod/mini";
import { Uuid } from "../domain/ids";
import { OrganisationChange } from "../domain/organisation/organisation-change";
import { unitKinds, type UnitKind } from "../domain/organisation/organisation-unit";
import type { ChangePreview } from "../domain/organisation/preview";
import { roles, type Role } from "../domain/people/actor";
import type { LocalDate } from "../domain/time/local-date";
import { LocalDate as Day } from "../domain/time/local-date";
import { protocolMarker } from "./version";

/**
 * POST /api/units, for officers and the verifier of the province, each below the own unit. `preview` writes nothing.
 * `apply` names with `seen` the preview that was looked at; the same `id` again is answered again. `takeBack` is for
 * what was applied and whose day has not come.
 */
export const AskOrganisation = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("preview"), change: OrganisationChange }),
  z.strictObject({ action: z.literal("apply"), id: Uuid, change: OrganisationChange, seen: z.string().check(z.maxLength(64)) }),
  z.strictObject({ action: z.literal("takeBack"), id: Uuid, changeId: Uuid }),
]);
export type AskOrganisation = z.infer<typeof AskOrganisation>;

const marked = { marker: z.literal(protocolMarker), protocol: z.int() };
const count = z.int();

const Load = z.object({
  people: z.partialRecord(z.enum(roles), count), phones: count, unsent: count, members: count, shifts: count, campaigns: count, places: count, targets: count, entries: count, waiting: count,
});
const common = { id: Uuid, name: z.string(), kind: z.enum(unitKinds) };
const ChangedUnit = z.discriminatedUnion("fate", [
  z.object({ ...common, fate: z.literal("opens"), parentName: z.string() }),
  z.object({ ...common, fate: z.literal("isRenamed"), to: z.string() }),
  z.object({ ...common, fate: z.literal("moves"), fromName: z.string(), toName: z.string(), below: count }),
  z.object({ ...common, fate: z.literal("closes"), heirs: z.array(z.string()) }),
]);

/** A person whose role goes on elsewhere, for whoever looks after them. */
export type MovedPerson = { readonly name: string; readonly role: Role; readonly fromName: string; readonly intoName: string };

export const OrganisationPreview = z.object({
  ...marked,
  seen: z.string(),
  preview: z.object({
    from: Day,
    units: z.array(ChangedUnit),
    handovers: z.array(z.object({ name: z.string(), intoName: z.optional(z.string()), load: Load })),
    movedEntries: count,
  }),
  /** The first of them, by name. */
  people: z.array(z.object({ name: z.string(), role: z.enum(roles), fromName: z.string(), intoName: z.string() })),
});
export type OrganisationPreview = z.infer<typeof OrganisationPreview>;
export type Looked = { readonly seen: string; readonly preview: ChangePreview; readonly people: readonly MovedPerson[] };

export const OrganisationChanged = z.object({ ...marked, id: Uuid });

/** What the server hands to the desk's pages. A unit at or below the own ones on a day. */
export type TreeRow = {
  readonly id: string;
  readonly parentId: string | undefined;
  readonly name: string;
  readonly kind: UnitKind;
  /** People who hold a role for the unit itself on the day. */
  readonly people: number;
};

export type TreeOfDay = {
  readonly day: LocalDate;
  /** Each behind its parent, in the order of the annexes. */
  readonly rows: readonly TreeRow[];
  readonly mayChange: boolean;
};

export type NamedUnit = { readonly id: string; readonly name: string };

export type UnitHistoryRow = {
  readonly id: string;
  readonly kind: OrganisationChange["kind"];
  readonly from: LocalDate;
  readonly units: readonly string[];
  readonly at: string;
  readonly byName: string;
  /** Its day never came. */
  readonly takenBackAt: string | undefined;
  /** Its day has not come yet, and the person may change the unit. */
  readonly mayTakeBack: boolean;
};

export type UnitPage = {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | undefined;
  /** From the highest unit that the person sees. */
  readonly path: readonly NamedUnit[];
  readonly mayChange: boolean;
  /** The person may open units below it. */
  readonly mayPutBelow: boolean;
  readonly people: Partial<Record<Role, number>>;
  /** The person looks after them. */
  readonly mayOpenPeople: boolean;
  readonly children: readonly NamedUnit[];
  readonly parents: readonly { readonly name: string; readonly validFrom: LocalDate; readonly validTo: LocalDate | undefined }[];
  readonly formerNames: readonly { readonly name: string; readonly validFrom: LocalDate; readonly validTo: LocalDate }[];
  readonly successors: readonly (NamedUnit & { readonly from: LocalDate })[];
  readonly forerunners: readonly (NamedUnit & { readonly from: LocalDate })[];
  readonly entries: number;
  readonly history: readonly UnitHistoryRow[];
};

export type ChosenUnit = NamedUnit & { /** What stands above it. */ readonly groupName: string };

/** What a change of a unit is chosen from. */
export type ChangeChoice = {
  readonly unit: NamedUnit & { readonly kind: UnitKind };
  /** Without it only something below the unit may be opened. */
  readonly mayChange: boolean;
  readonly kindsBelow: readonly UnitKind[];
  readonly parentId: string | undefined;
  readonly parents: readonly ChosenUnit[];
  /** Of the same kind. */
  readonly peers: readonly ChosenUnit[];
};
