import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { whyNotTakenBack, type TakeBackFacts } from "@/lib/domain/organisation/decide-take-back";
import { decideChange } from "@/lib/domain/organisation/decide-change";
import { withDelta } from "@/lib/domain/organisation/tree-delta";
import { day, makeDistricts, makeFacts } from "../../../factories/organisation";

const { tree, idOf } = makeDistricts();
const planned = decideChange(tree, { kind: "merge", from: day("2026-07-01"), unitIds: [idOf("Ân Thạnh")], into: { opens: { id: randomUUID(), name: "Ân Hoà" }, parentId: idOf("Hoài Ân") } }, makeFacts(idOf("Tỉnh")));
if (!planned.ok) throw new Error(planned.error.code);
const after = withDelta(tree, planned.value);
const of = (unit: string, more: Partial<TakeBackFacts> = {}): TakeBackFacts => ({ ...makeFacts(idOf(unit), {}, "officer"), isReversible: true, isBuiltUpon: false, ...more });

test.each<[string, TakeBackFacts, string | undefined]>([
  ["an officer above takes back what is planned", of("Hoài Ân"), undefined],
  ["on its day it holds", of("Hoài Ân", { today: day("2026-07-01") }), "changeInEffect"],
  ["of an early change nobody knows what it handed over", of("Hoài Ân", { isReversible: false }), "changeInEffect"],
  ["what stands upon it goes first", of("Hoài Ân", { isBuiltUpon: true }), "changeBuiltUpon"],
  ["whoever is above one of the units only can't", of("Ân Thạnh"), "unknownOrForbidden"],
  ["nobody does from another district", of("An Lão", { isBuiltUpon: true }), "unknownOrForbidden"],
])("%s", (_, facts, code) => {
  expect(whyNotTakenBack(after, planned.value, facts)?.code).toBe(code);
});
