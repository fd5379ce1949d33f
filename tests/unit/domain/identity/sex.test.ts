import { describe, expect, test } from "vitest";
import { parseSex, Sex } from "@/lib/domain/identity/sex";

describe("reading the sex on a card", () => {
  test.each([["Nam", "male"], ["nam", "male"], ["NỮ", "female"], ["Nữ".normalize("NFD"), "female"], [" Nữ\r\n", "female"]])(
    "%j is %s",
    (text, value) => expect(parseSex(text)).toEqual({ ok: true, value }),
  );
  test.each([["", "required"], ["Nụ", "malformed"], ["X", "malformed"], ["male", "malformed"]])("%j is refused: %s", (text, error) =>
    expect(parseSex(text)).toEqual({ ok: false, error }),
  );
  test("the stored value is male or female", () => {
    expect([Sex.safeParse("male").success, Sex.safeParse("Nam").success]).toEqual([true, false]);
  });
});
