import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { decideChange } from "@/lib/domain/organisation/decide-change";
import type { OrganisationChange } from "@/lib/domain/organisation/organisation-change";
import { isWithin, standsBelow, unitKinds, type OrganisationTree } from "@/lib/domain/organisation/organisation-unit";
import { withDelta } from "@/lib/domain/organisation/tree-delta";
import { addDays, type LocalDate } from "@/lib/domain/time/local-date";
import { createDice, type Dice } from "../../../../prisma/demo/invented";
import { day, makeDistricts, makeFacts } from "../../../factories/organisation";

test.each([1, 7, 2025, 60929])("whatever changes are accepted, on every day each unit but the province has one parent that is there (seed %i)", (seed) => {
  const { tree: planted, idOf } = makeDistricts();
  const [dice, facts] = [createDice(seed), makeFacts(idOf("Tỉnh"))];
  let tree = planted;
  let accepted = 0;
  for (let round = 0; round < 400; round += 1) {
    const delta = decideChange(tree, invented(tree, dice), facts);
    if (!delta.ok) continue;
    accepted += 1;
    tree = withDelta(tree, delta.value);
  }
  expect(accepted).toBeGreaterThan(10);
  for (const on of daysOf(tree)) {
    for (const unit of [...tree.values()].filter((one) => isWithin(one, on) && one.kind !== "province")) {
      const [above, another] = unit.parents.filter((span) => isWithin(span, on));
      const parent = tree.get(above?.parentId ?? "");
      expect(another).toBeUndefined();
      expect(parent && isWithin(parent, on) && standsBelow(unit.kind, parent.kind), `${unit.name} on ${on}`).toBe(true);
    }
  }
});

function daysOf(tree: OrganisationTree): LocalDate[] {
  return [...new Set([...tree.values()].flatMap(({ validFrom, validTo, parents }) => [validFrom, ...(validTo ? [validTo] : []), ...parents.map((span) => span.validFrom)]))];
}

function invented(tree: OrganisationTree, dice: Dice): OrganisationChange {
  const ids = [...tree.keys()];
  const [one, other, third] = [dice.pick(ids), dice.pick(ids), dice.pick(ids)];
  const from = addDays(day("2026-01-01"), dice.below(300));
  const opens = { opens: { id: randomUUID(), name: `Đơn vị ${dice.below(1000)}` }, parentId: other };
  return dice.pick<OrganisationChange>([
    { kind: "open", from, unit: opens.opens, unitKind: dice.pick([...unitKinds.slice(1)] as ("directUnit" | "grassroots" | "team")[]), parentId: other },
    { kind: "move", from, unitId: one, parentId: other },
    { kind: "merge", from, unitIds: [one], into: { unitId: other } },
    { kind: "merge", from, unitIds: [one, third], into: opens },
    { kind: "split", from, unitId: one, into: [opens, { unitId: third }], carriedInto: dice.pick([opens.opens.id, third]) },
    { kind: "close", from, unitId: one },
  ]);
}
