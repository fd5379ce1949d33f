import { expect, test } from "vitest";
import { unitOfDay, type Relative } from "@/lib/domain/organisation/unit-of-day";
import { day } from "../../../factories/organisation";

const merger = day("2026-06-15");
const [before, after] = [day("2026-06-14"), day("2026-06-15")];
const began = day("2022-01-01");
const gone = (...successorIds: string[]): Omit<Relative, "id"> => ({ validFrom: began, validTo: merger, successorIds });
const there: Omit<Relative, "id"> = { validFrom: began, successorIds: [] };

function relatives(units: Record<string, Omit<Relative, "id">>): ReadonlyMap<string, Relative> {
  return new Map(Object.entries(units).map(([id, unit]) => [id, { id, ...unit }]));
}
const everybody = () => true;
const nobody = () => false;
const only = (...ids: string[]) => (id: string) => ids.includes(id);

test("a unit that is there keeps what is recorded for it", () => {
  expect(unitOfDay(relatives({ old: gone("heir"), heir: there }), "old", before, only("old"))).toBe("old");
});

test("a phone that has not heard of a merger records for the heir", () => {
  expect(unitOfDay(relatives({ old: gone("heir"), heir: there }), "old", after, only("heir"))).toBe("heir");
});

test("what is left over from the days before a merger goes to the unit of those days", () => {
  expect(unitOfDay(relatives({ old: gone("heir"), heir: there }), "heir", before, only("old"))).toBe("old");
});

test("mergers of mergers are followed to what is there", () => {
  const units = relatives({ old: { ...gone("middle"), validTo: day("2026-06-01") }, middle: gone("heir"), heir: there });
  expect(unitOfDay(units, "old", after, nobody)).toBe("heir");
  expect(unitOfDay(units, "old", day("2026-06-10"), nobody)).toBe("middle");
});

test("of several heirs it is the one for which the person may record, and none where that says nothing", () => {
  const units = relatives({ old: gone("north", "south"), north: there, south: there });
  expect(unitOfDay(units, "old", after, only("south"))).toBe("south");
  expect(unitOfDay(units, "old", after, everybody)).toBe("old");
  expect(unitOfDay(units, "old", after, nobody)).toBe("old");
});

test("a unit that nobody follows, or of which nothing is known, stays as it is said", () => {
  expect(unitOfDay(relatives({ old: gone() }), "old", after, nobody)).toBe("old");
  expect(unitOfDay(relatives({}), "old", after, nobody)).toBe("old");
});
