import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { decideChange, type ChangeFacts } from "@/lib/domain/organisation/decide-change";
import type { OrganisationChange } from "@/lib/domain/organisation/organisation-change";
import type { OrganisationTree } from "@/lib/domain/organisation/organisation-unit";
import { existsOn, parentOn, pathOn } from "@/lib/domain/organisation/tree";
import { withDelta } from "@/lib/domain/organisation/tree-delta";
import { day, makeDistricts, makeFacts } from "../../../factories/organisation";

const from = day("2026-06-15");
const before = day("2026-06-14");

function setting() {
  const { tree, idOf } = makeDistricts();
  return { tree, idOf, facts: makeFacts(idOf("Tỉnh")) };
}

function done(tree: OrganisationTree, change: OrganisationChange, facts: ChangeFacts): OrganisationTree {
  const delta = decideChange(tree, change, facts);
  if (!delta.ok) throw new Error(delta.error.code);
  return withDelta(tree, delta.value);
}

describe("a change of the tree", () => {
  test("opens a unit from its day on", () => {
    const { tree, idOf, facts } = setting();
    const id = randomUUID();
    const after = done(tree, { kind: "open", from, unit: { id, name: "Ân Tường" }, unitKind: "grassroots", parentId: idOf("Hoài Ân") }, facts);
    expect(pathOn(after, id, from)).toEqual([idOf("Tỉnh"), idOf("Hoài Ân"), id]);
    expect(existsOn(after, id, before)).toBe(false);
  });

  test("moves a unit with all that is below it; before the day it stands where it stood", () => {
    const { tree, idOf, facts } = setting();
    const after = done(tree, { kind: "move", from, unitId: idOf("Ân Phong"), parentId: idOf("An Lão") }, facts);
    const team = idOf("Đội Ân Phong");
    expect(pathOn(after, team, before)).toEqual([idOf("Tỉnh"), idOf("Hoài Ân"), idOf("Ân Phong"), team]);
    expect(pathOn(after, team, from)).toEqual([idOf("Tỉnh"), idOf("An Lão"), idOf("Ân Phong"), team]);
  });

  test("merges units into one of them: its teams stand below the heir, itself it ends", () => {
    const { tree, idOf, facts } = setting();
    const [gone, heir, team] = [idOf("Ân Phong"), idOf("Ân Thạnh"), idOf("Đội Ân Phong")];
    const after = done(tree, { kind: "merge", from, unitIds: [gone], into: { unitId: heir } }, facts);
    expect([existsOn(after, gone, before), existsOn(after, gone, from)]).toEqual([true, false]);
    expect(parentOn(after.get(team)!, from)).toBe(heir);
    expect(after.get(gone)!.successors).toEqual([{ unitId: heir, from }]);
  });

  test("merges units into one that begins on the day and may take a name of theirs", () => {
    const { tree, idOf, facts } = setting();
    const id = randomUUID();
    const after = done(tree, { kind: "merge", from, unitIds: [idOf("Ân Phong"), idOf("Ân Thạnh")], into: { opens: { id, name: "Ân Phong" }, parentId: idOf("Tỉnh") } }, facts);
    expect(pathOn(after, idOf("Đội Ân Thạnh"), from)).toEqual([idOf("Tỉnh"), id, idOf("Đội Ân Thạnh")]);
  });

  test("splits a unit: all that is not said otherwise goes on in one heir", () => {
    const { tree, idOf, facts } = setting();
    const [north, south] = [randomUUID(), randomUUID()];
    const after = done(tree, {
      kind: "split", from, unitId: idOf("Ân Phong"), carriedInto: south,
      into: [{ opens: { id: north, name: "Ân Phong Bắc" }, parentId: idOf("Hoài Ân") }, { opens: { id: south, name: "Ân Phong Nam" }, parentId: idOf("Hoài Ân") }],
    }, facts);
    expect(after.get(idOf("Ân Phong"))!.successors.map(({ unitId }) => unitId)).toEqual([north, south]);
    expect(parentOn(after.get(idOf("Đội Ân Phong"))!, from)).toBe(south);
  });

  test("renames a unit; what it was called stays known", () => {
    const { tree, idOf, facts } = setting();
    const after = done(tree, { kind: "rename", from: day("2026-06-01"), unitId: idOf("An Hoà"), name: "An Hòa" }, facts);
    expect(after.get(idOf("An Hoà"))).toMatchObject({ name: "An Hòa", formerNames: [{ name: "An Hoà", validFrom: "2022-01-01", validTo: "2026-06-01" }] });
  });

  test("closes a unit that nobody belongs to and nothing stands below", () => {
    const { tree, idOf, facts } = setting();
    expect(existsOn(done(tree, { kind: "close", from, unitId: idOf("An Hoà") }, facts), idOf("An Hoà"), from)).toBe(false);
  });
});

describe("is refused", () => {
  type Asked = { readonly code: string; readonly change: (idOf: (name: string) => string) => OrganisationChange; readonly facts?: Partial<ChangeFacts> };
  const close = (name: string): Asked["change"] => (idOf) => ({ kind: "close", from, unitId: idOf(name) });
  const merge = (gone: string, heir: string, on = from): Asked["change"] => (idOf) => ({ kind: "merge", from: on, unitIds: [idOf(gone)], into: { unitId: idOf(heir) } });
  const move = (name: string, parent: string): Asked["change"] => (idOf) => ({ kind: "move", from, unitId: idOf(name), parentId: idOf(parent) });

  test.each<[string, Asked]>([
    ["below itself", { code: "unitCycle", change: move("Hoài Ân", "Ân Phong") }],
    ["where it stands already", { code: "unitChangesNothing", change: move("Ân Phong", "Hoài Ân") }],
    ["below a unit of its own kind", { code: "unitKindOrder", change: move("Ân Phong", "An Hoà") }],
    ["into itself", { code: "unitChangesNothing", change: merge("Ân Phong", "Ân Phong") }],
    ["into a unit of another kind", { code: "unitKindOrder", change: merge("Ân Phong", "An Lão") }],
    ["before the unit began", { code: "unitNotThere", change: merge("Ân Phong", "Ân Thạnh", day("2022-01-01")) }],
    ["with teams below", { code: "unitHasChildren", change: close("Ân Phong") }],
    ["with people", { code: "unitHasPeople", change: close("Đội Ân Phong"), facts: { peopleFrom: () => 1 } }],
    ["before something recorded", { code: "changeBeforeRecorded", change: merge("Ân Phong", "Ân Thạnh"), facts: { lastRecordedOn: () => from } }],
    ["in a closed period", { code: "changeInClosedPeriod", change: close("An Hoà"), facts: { closedThrough: from } }],
    ["of the province itself", { code: "unknownOrForbidden", change: close("Tỉnh") }],
    ["a name that stands beside it", { code: "unitNameTaken", change: (idOf) => ({ kind: "rename", from: day("2026-06-01"), unitId: idOf("Ân Phong"), name: "ân  thạnh" }) }],
    ["a name of days to come", { code: "renameInFuture", change: (idOf) => ({ kind: "rename", from, unitId: idOf("Ân Phong"), name: "Ân Phong Đông" }) }],
    ["a unit nobody knows", { code: "unknownOrForbidden", change: () => ({ kind: "close", from, unitId: randomUUID() }) }],
  ])("%s", (_, { code, change, facts: more }) => {
    const { tree, idOf } = makeDistricts();
    expect(decideChange(tree, change(idOf), makeFacts(idOf("Tỉnh"), more))).toMatchObject({ ok: false, error: { code } });
  });

  test("what is recorded on the day before is no obstacle", () => {
    const { tree, idOf } = makeDistricts();
    expect(decideChange(tree, merge("Ân Phong", "Ân Thạnh")(idOf), makeFacts(idOf("Tỉnh"), { lastRecordedOn: () => before })).ok).toBe(true);
  });

  test("a day at or before another change that is known", () => {
    const { tree, idOf, facts } = setting();
    const planned = done(tree, { kind: "move", from: day("2026-07-01"), unitId: idOf("Ân Phong"), parentId: idOf("An Lão") }, facts);
    for (const on of [from, day("2026-07-01")]) {
      expect(decideChange(planned, { kind: "merge", from: on, unitIds: [idOf("Ân Phong")], into: { unitId: idOf("Ân Thạnh") } }, facts)).toMatchObject({ error: { code: "changePlannedLater" } });
      expect(decideChange(planned, { kind: "merge", from: on, unitIds: [idOf("Hoài Ân")], into: { unitId: idOf("An Lão") } }, facts).ok).toBe(on !== from);
    }
  });

  test.each(["officer", "leader", "provincePlanner"] as const)("outside of what a %s changes", (role) => {
    const { tree, idOf } = makeDistricts();
    const facts = makeFacts(idOf("Hoài Ân"), {}, role);
    const own = decideChange(tree, merge("Ân Phong", "Ân Thạnh")(idOf), facts);
    expect(own.ok).toBe(role === "officer");
    for (const change of [close("An Hoà"), close("Hoài Ân"), move("Ân Phong", "An Lão"), merge("Ân Phong", "An Hoà")]) {
      expect(decideChange(tree, change(idOf), facts)).toMatchObject({ error: { code: "unknownOrForbidden" } });
    }
  });
});
