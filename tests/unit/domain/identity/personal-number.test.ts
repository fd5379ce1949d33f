import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  describePersonalNumber, lastFour, maskPersonalNumber, parsePersonalNumber, PersonalNumber,
} from "@/lib/domain/identity/personal-number";
import { isKnownProvinceCode, provinceNamesByCode } from "@/lib/domain/identity/province-codes";
import { anyText, textOf } from "../any-text";

describe("reading a personal number", () => {
  test.each([
    ["052095001234", "052095001234"],
    [" 052 095 001 234 ", "052095001234"],
    ["052.095.001.234", "052095001234"],
    ["052095001234\r\n", "052095001234"],
    ["\uFEFF052\u200B095\u00A0001\t234", "052095001234"],
  ])("%j is %s", (text, value) => expect(parsePersonalNumber(text)).toEqual({ ok: true, value }));

  test.each([
    ["", "required"],
    [" . ", "required"],
    ["05209500123a", "personalNumberNotDigits"],
    ["052-095-001234", "personalNumberNotDigits"],
    ["٠٥٢٠٩٥٠٠١٢٣٤", "personalNumberNotDigits"],
    ["211234567", "personalNumberIsOldCard"],
    ["211 234 567", "personalNumberIsOldCard"],
    ["05209500123", "personalNumberWrongLength"],
    ["0520950012345", "personalNumberWrongLength"],
  ])("%j is refused: %s", (text, error) => expect(parsePersonalNumber(text)).toEqual({ ok: false, error }));

  test("a number of a province that doesn't exist is read: cards can be wrong", () => {
    expect(parsePersonalNumber("999095001234")).toEqual({ ok: true, value: "999095001234" });
  });

  test("never throws, and reads its own answer again", () => {
    const text = fc.oneof(anyText, textOf("0123456789. \t\r", 16));
    fc.assert(
      fc.property(text, (typed) => {
        const first = parsePersonalNumber(typed);
        if (first.ok) expect(parsePersonalNumber(first.value)).toEqual(first);
        if (first.ok) expect(PersonalNumber.parse(PersonalNumber.parse(typed))).toBe(first.value);
      }),
    );
  });
});

describe("what a number says", () => {
  test.each([
    ["052095001234", { provinceCode: "052", provinceKnown: true, birthYear: 1995, sex: "male" }],
    ["064188001234", { provinceCode: "064", provinceKnown: true, birthYear: 1988, sex: "female" }],
    ["052205001234", { provinceCode: "052", provinceKnown: true, birthYear: 2005, sex: "male" }],
    ["052301004321", { provinceCode: "052", provinceKnown: true, birthYear: 2001, sex: "female" }],
    ["101095001234", { provinceCode: "101", provinceKnown: true, birthYear: 1995, sex: "male" }],
    ["295095001234", { provinceCode: "295", provinceKnown: true, birthYear: 1995, sex: "male" }],
    ["003095001234", { provinceCode: "003", provinceKnown: false, birthYear: 1995, sex: "male" }],
    ["296410001234", { provinceCode: "296", provinceKnown: false, birthYear: 2110, sex: "male" }],
  ])("%s", (text, said) => expect(describePersonalNumber(PersonalNumber.parse(text))).toEqual(said));

  test("the province list has the 63 provinces of the numbers given so far", () => {
    expect(provinceNamesByCode.size).toBe(63);
    expect([provinceNamesByCode.get("052"), provinceNamesByCode.get("064")]).toEqual(["Bình Định", "Gia Lai"]);
  });

  test.each([["100", false], ["101", true], ["295", true], ["296", false], ["1e2", false], ["", false], ["150.5", false]])(
    "code %j is known: %s",
    (code, known) => expect(isKnownProvinceCode(code)).toBe(known),
  );
});

describe("showing a number", () => {
  test("only the last four digits", () => {
    const number = PersonalNumber.parse("052088000412");
    expect(maskPersonalNumber(number)).toBe("•••• •••• 0412");
    expect(lastFour(number)).toBe("0412");
  });
});
