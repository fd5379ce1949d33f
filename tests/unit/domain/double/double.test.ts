import { expect, test } from "vitest";
import { mayBeDouble, pairOf, wayOutOf } from "@/lib/domain/double/double";
import { entryStatuses } from "@/lib/domain/review/lifecycle";

test("a pair is the same pair from both sides", () => expect(pairOf("b", "a")).toEqual(pairOf("a", "b")));

test("what was refused or taken back is no double", () => {
  expect(entryStatuses.filter(mayBeDouble)).toEqual(["submitted", "returned", "confirmed", "reopened", "quarantined"]);
});

test("what waits is refused, what was confirmed overturned, and otherwise there is no way out", () => {
  expect(wayOutOf(["confirm", "return", "refuse"])).toBe("refuse");
  expect(wayOutOf(["reopen", "overturn"])).toBe("overturn");
  expect(wayOutOf(["undo"])).toBeUndefined();
});
