import { describe, expect, test } from "vitest";
import { checkTarget, readTarget } from "@/lib/domain/targets/target-value";

describe("a target as people write it", () => {
  test.each([
    ["48000", 48000], ["48.000", 48000], ["48,000", 48000], ["48000.0", 48000], [" 48 000 ", 48000], ["0", 0],
  ])("of a count: %s", (text, value) => expect(readTarget(text, "member_accounts")).toEqual({ ok: true, value }));

  test.each([["40", 40], ["40%", 40], ["40 %", 40], ["40,5", 40.5], ["40.5", 40.5], ["33.30", 33.3], ["100", 100], ["0", 0]])(
    "of a share: %s", (text, value) => expect(readTarget(text, "transacting_rate")).toEqual({ ok: true, value }));

  test.each(["", " ", "-", "–"])("is none: '%s'", (text) => {
    for (const indicator of ["member_accounts", "online_rate"] as const) expect(readTarget(text, indicator)).toEqual({ ok: true, value: undefined });
  });

  test.each([
    ["nhiều", "member_accounts", "targetNotNumber"], ["48,5", "member_accounts", "targetNotNumber"], ["1e6", "member_accounts", "targetNotNumber"],
    ["9999999999", "member_accounts", "targetNotNumber"], ["40%", "articles", "targetNotNumber"], ["-5", "articles", "targetNegative"], ["−5", "online_rate", "targetNegative"],
    ["101", "online_rate", "targetOverHundred"], ["400%", "online_rate", "targetOverHundred"], ["0.4", "online_rate", "targetIsFraction"], ["40,555", "online_rate", "targetNotNumber"],
  ] as const)("is refused: %s of %s", (text, indicator, code) => expect(readTarget(text, indicator)).toEqual({ ok: false, error: code }));

  test("is checked the same when it comes as a number", () => {
    expect(checkTarget(-1, "articles")).toEqual({ ok: false, error: "targetNegative" });
    expect(checkTarget(0.5, "articles")).toEqual({ ok: false, error: "targetNotNumber" });
    expect(checkTarget(Number.NaN, "online_rate")).toMatchObject({ ok: false });
    expect(checkTarget(100.01, "online_rate")).toEqual({ ok: false, error: "targetOverHundred" });
    expect(checkTarget(33.33, "online_rate")).toEqual({ ok: true, value: 33.33 });
  });
});
