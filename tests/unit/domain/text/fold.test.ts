import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText } from "@/lib/domain/text/fold";
import { anyText } from "../any-text";

describe("folding for search", () => {
  test.each([
    ["Nguyễn Văn An", "nguyen van an"],
    ["ĐẶNG Thị Đào", "dang thi dao"],
    ["đ", "d"],
    ["Chăm H'roi", "cham h'roi"],
    ["Ŏ Ŭ Č Ĕ Ñ ŏ ŭ č ĕ ñ", "o u c e n o u c e n"],
    ["Phước Lộc", "phuoc loc"],
  ])("%s is found as %s", (text, expected) => expect(foldText(text)).toBe(expected));

  test("both ways to place a tone, in both Unicode forms, fold alike", () => {
    const written = ["hòa", "hoà", "hòa".normalize("NFD"), "hoà".normalize("NFD"), "HOA"];
    expect(new Set(written.map(foldText))).toEqual(new Set(["hoa"]));
  });

  test("folding twice is folding once, and leaves no mark", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
        expect(folded).not.toMatch(/\p{M}|[đĐ]/u);
      }),
    );
  });
});
