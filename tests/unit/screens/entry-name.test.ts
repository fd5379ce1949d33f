import { expect, it } from "vitest";
import { gistOfEntry, nameOfEntry } from "@/components/phone/entry-name";
import type { EntrySummary } from "@/lib/phone/entries/entry-on-phone";
import { makeHouseholdVisit } from "@/tests/factories/household-visit";

const summary = (changes: Partial<EntrySummary>) => ({ title: "", outcomeKinds: [], ...changes }) as unknown as EntrySummary;
const { household, result } = makeHouseholdVisit({ result: "absent" });

it.each<[string, Partial<EntrySummary>, string, string]>([
  ["somebody who was helped", { title: "Nguyễn Văn An", outcomeKinds: ["accountLinked", "vneidActivated"] }, "Nguyễn Văn An", "Liên kết tài khoản, VNeID mức 2"],
  ["a door that stayed closed", { visit: { household, result } }, "Thăm hộ", "Vắng"],
  ["a household that was met", { title: "Phan Thị Ngọc Lan", visit: { household, result: "informed" }, outcomeKinds: ["householdInformed"] }, "Phan Thị Ngọc Lan", "Đã tuyên truyền"],
  ["what this phone never knew", { receipt: "7K2-94M" }, "Mục 7K2-94M", ""],
])("names %s", (_, changes, name, gist) => {
  expect(nameOfEntry(summary(changes))).toBe(name);
  expect(gistOfEntry(summary(changes))).toBe(gist);
});
