import type { LocalDate } from "../time/local-date";

/** From the top down: a unit stands below units of a kind before its own, which also means that nothing goes round. */
export const unitKinds = ["province", "directUnit", "grassroots", "team"] as const;
export type UnitKind = (typeof unitKinds)[number];

/** Days from `validFrom` to before `validTo`; without one, for good. */
export type Span = { readonly validFrom: LocalDate; readonly validTo?: LocalDate };

export type ParentSpan = Span & { readonly parentId: string };

/** What a unit was called before its name of today. */
export type FormerName = Span & { readonly name: string };

export type Succession = { readonly unitId: string; readonly from: LocalDate };

/** A node of the dated tree with all that it ever was. */
export type OrganisationUnit = Span & {
  readonly id: string;
  readonly kind: UnitKind;
  readonly name: string;
  /** Oldest first, none of them over another. */
  readonly parents: readonly ParentSpan[];
  readonly formerNames: readonly FormerName[];
  readonly successors: readonly Succession[];
};

/** All units of a province, those of the past and those to come included. */
export type OrganisationTree = ReadonlyMap<string, OrganisationUnit>;

export function isWithin({ validFrom, validTo }: Span, day: LocalDate): boolean {
  return validFrom <= day && (validTo === undefined || day < validTo);
}

/** The name on a day; a unit that is no more, or not yet, has its nearest one. */
export function nameOn({ name, formerNames }: Pick<OrganisationUnit, "name" | "formerNames">, day: LocalDate): string {
  return formerNames.find(({ validTo }) => validTo !== undefined && day < validTo)?.name ?? name;
}

/** May a unit of one kind stand below another? */
export function standsBelow(kind: UnitKind, parent: UnitKind): boolean {
  return unitKinds.indexOf(parent) < unitKinds.indexOf(kind);
}
