import type { OrganisationChange } from "@/lib/domain/organisation/organisation-change";

export const organisationHref = "/desk/organisation";

export function unitHref(unitId: string): string {
  return `${organisationHref}/unit?${new URLSearchParams({ unit: unitId })}`;
}

export function changeHref(unitId: string, kind: OrganisationChange["kind"]): string {
  return `${organisationHref}/change?${new URLSearchParams({ unit: unitId, kind })}`;
}

/** The list of people at and below a unit. */
export function peopleOf(unitId: string): string {
  return `/desk/people?${new URLSearchParams({ unit: unitId })}`;
}
