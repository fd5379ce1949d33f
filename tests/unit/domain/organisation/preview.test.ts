import { expect, test } from "vitest";
import { decideChange } from "@/lib/domain/organisation/decide-change";
import { loadedUnits, noLoad, previewOf } from "@/lib/domain/organisation/preview";
import { day, makeDistricts, makeFacts } from "../../../factories/organisation";

const from = day("2026-06-15");

test("a merger is told before it is done: what ends, what goes on where, and what stays", () => {
  const { tree, idOf } = makeDistricts();
  const [gone, team] = [idOf("Ân Phong"), idOf("Đội Ân Phong")];
  const delta = decideChange(tree, { kind: "merge", from, unitIds: [gone], into: { unitId: idOf("Ân Thạnh") } }, makeFacts(idOf("Tỉnh")));
  if (!delta.ok) throw new Error(delta.error.code);
  expect(loadedUnits(tree, delta.value)).toEqual([gone, team]);
  const load = { ...noLoad, people: { leader: 1, volunteer: 4 }, entries: 120, waiting: 3, shifts: 2 };
  expect(previewOf(tree, delta.value, new Map([[gone, load]]))).toEqual({
    from,
    units: [
      { id: gone, name: "Ân Phong", kind: "grassroots", fate: "closes", heirs: ["Ân Thạnh"] },
      { id: team, name: "Đội Ân Phong", kind: "team", fate: "moves", fromName: "Ân Phong", toName: "Ân Thạnh", below: 0 },
    ],
    handovers: [{ name: "Ân Phong", intoName: "Ân Thạnh", load }],
    movedEntries: 0,
  });
});

test("a move tells how many entries stay in the jurisdiction of before", () => {
  const { tree, idOf } = makeDistricts();
  const delta = decideChange(tree, { kind: "move", from, unitId: idOf("Ân Phong"), parentId: idOf("An Lão") }, makeFacts(idOf("Tỉnh")));
  if (!delta.ok) throw new Error(delta.error.code);
  const preview = previewOf(tree, delta.value, new Map([[idOf("Ân Phong"), { ...noLoad, entries: 2 }], [idOf("Đội Ân Phong"), { ...noLoad, entries: 40 }]]));
  expect(preview).toMatchObject({ units: [{ fate: "moves", fromName: "Hoài Ân", toName: "An Lão", below: 1 }], handovers: [], movedEntries: 42 });
});
