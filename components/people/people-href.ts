import type { PeopleQuery } from "@/lib/protocol/people";

export const peopleHref = "/desk/people";
export const importHref = `${peopleHref}/import`;

export const personHref = (id: string) => `${peopleHref}/${id}`;
export const templateHref = (list: "yes" | "no") => `/api/people/template?list=${list}`;

/** The address of a list, on the desk or of the answer that names its people. */
export function listHref(query: PeopleQuery, path: string = peopleHref): string {
  const said = Object.entries(query).filter(([, value]) => value !== undefined && value !== "").map(([name, value]) => [name, String(value)]);
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said)}`;
}
