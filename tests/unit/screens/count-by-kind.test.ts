import { expect, it } from "vitest";
import { countByKind } from "@/components/home/count-by-kind";
import type { EntryKind } from "@/lib/domain/entry/entry";

it.each<[string, EntryKind[], ReturnType<typeof countByKind>]>([
  ["an empty day", [], { unit: "lượt hỗ trợ" }],
  ["a day at the counter", ["helpSession", "helpSession"], { unit: "lượt hỗ trợ" }],
  ["an afternoon from door to door", ["householdVisit"], { unit: "lượt thăm hộ" }],
  ["both", ["householdVisit", "helpSession", "householdVisit"], { unit: "mục ghi nhận", parts: "2 lượt thăm hộ, 1 lượt hỗ trợ" }],
])("names %s", (_, kinds, expected) => {
  expect(countByKind(kinds.map((kind) => ({ kind })))).toEqual(expected);
});
