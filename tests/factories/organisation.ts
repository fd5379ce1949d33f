import { randomUUID } from "node:crypto";
import type { ChangeFacts } from "@/lib/domain/organisation/decide-change";
import type { OrganisationTree, OrganisationUnit, UnitKind } from "@/lib/domain/organisation/organisation-unit";
import type { Role } from "@/lib/domain/people/actor";
import { LocalDate } from "@/lib/domain/time/local-date";

export const day = (text: string) => LocalDate.parse(text);
const since = day("2022-01-01");

/** A unit since 2022, and everything below it. */
export type Planted = { readonly name: string; readonly kind: UnitKind; readonly below?: readonly Planted[] };

/** The tree as planted, and a way to its ids by names. */
export function makeTree(top: Planted): { readonly tree: OrganisationTree; readonly idOf: (name: string) => string } {
  const tree = new Map<string, OrganisationUnit>();
  const plant = ({ name, kind, below = [] }: Planted, parentId?: string) => {
    const id = randomUUID();
    tree.set(id, { id, name, kind, validFrom: since, parents: parentId ? [{ parentId, validFrom: since }] : [], formerNames: [], successors: [] });
    for (const one of below) plant(one, id);
  };
  plant(top);
  const idOf = (name: string) => [...tree.values()].find((unit) => unit.name === name)!.id;
  return { tree, idOf };
}

/** Two districts; the first with two communes of one team each, the second with one commune. */
export function makeDistricts() {
  return makeTree({
    name: "Tỉnh", kind: "province",
    below: [
      { name: "Hoài Ân", kind: "directUnit", below: [
        { name: "Ân Thạnh", kind: "grassroots", below: [{ name: "Đội Ân Thạnh", kind: "team" }] },
        { name: "Ân Phong", kind: "grassroots", below: [{ name: "Đội Ân Phong", kind: "team" }] },
      ] },
      { name: "An Lão", kind: "directUnit", below: [{ name: "An Hoà", kind: "grassroots" }] },
    ],
  });
}

/** Somebody who holds a role for a unit; nothing is recorded, nobody is in the way. */
export function makeFacts(unitId: string, more: Partial<ChangeFacts> = {}, role: Role = "provinceVerifier"): ChangeFacts {
  return {
    actor: { provinceId: randomUUID(), userId: randomUUID(), active: true, assignments: [{ role, unitId, validFrom: since }] },
    today: day("2026-06-10"), lastRecordedOn: () => undefined, peopleFrom: () => 0, ...more,
  };
}
