import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { passwordLength, passwordProblem } from "@/lib/domain/people/password-rule";
import { isListedWord } from "@/lib/server/auth/listed-words";

const problemOf = (password: string) => passwordProblem(password, isListedWord, ["kimthoa", "Lương Thị Kim Thoa"]);

describe("a new password", () => {
  test("has twelve characters, as people count them", () => {
    expect(problemOf("zừ9kqếtmxwộ")).toBe("passwordTooShort");
    expect(problemOf("zừ9kqếtmxwộv")).toBeUndefined();
    expect(problemOf("zừ9kqếtmxwộ".normalize("NFD"))).toBe("passwordTooShort");
  });

  test("may be as long as a sentence, at least 64 characters, and may hold spaces and any signs", () => {
    expect(problemOf("con mèo nhà bác Tư hay nằm phơi nắng trước hiên vào buổi chiều thứ Năm")).toBeUndefined();
    expect(problemOf("🐈 đi chợ quên ví 🧺")).toBeUndefined();
    expect(problemOf("xq7".repeat(43))).toBe("passwordTooLong");
    expect(passwordLength.most).toBeGreaterThanOrEqual(64);
  });

  test("needs no capital letter, no digit, no sign", () => {
    for (const plain of ["khungcuaphonghocbaydo", "zmtqhwkxbvplr", "20471839562093", "ZMTQHWKXBVPLR"]) expect(problemOf(plain), plain).toBeUndefined();
  });

  test.each([
    ["words that are tried first", "password1234", "Password2024!", "P@ssw0rd2024", "administrator1", "iloveyou123456", "letmein letmein", "unbelievable1"],
    ["Vietnamese ones", "matkhau123456", "mật khẩu 2026", "Anh Yêu Em 2025", "anhyeuem520520", "khongbiet1234", "matkhaumatkhau", "toiyeuvietnam1"],
    ["the scheme and the place", "tinh-nguyen-2026", "tinhnguyenvien2025", "binhdinh52binhdinh", "doanthanhnien2026", "vneidvneid1234", "quynhon123456", "tuyphuoc@2026"],
    ["rows of keys", "qwertyuiop123", "1q2w3e4r5t6y", "asdfghjkl1234", "123456789012", "abcdefghijkl", "zaq1xsw2cde3", "987654321098"],
    ["the same again and again", "aaaaaaaaaaaa", "abcabcabcabc", "kx4kx4kx4kx4"],
    ["days and numbers of people", "01/01/1990 01", "052190001234", "0905 123 456 7"],
    ["the own names", "kimthoa-2026", "LuongThiKimThoa", "Thoa Kim 1990 !", "k1mthoa123456"],
  ])("is not made of %s", (_, ...guessable) => {
    for (const password of guessable) expect(problemOf(password), password).toBe("passwordGuessable");
  });

  test("is read the same however a keyboard composes its letters", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => problemOf(text.normalize("NFD")) === problemOf(text.normalize("NFC"))));
  });

  test("that was drawn is never refused as guessable", () => {
    const drawn = fc.array(fc.constantFrom(..."abcdefghjkmnpqrstuvwxyz23456789"), { minLength: 20, maxLength: 40 }).map((letters) => letters.join(""));
    fc.assert(fc.property(drawn, (password) => new Set(password).size < 10 || problemOf(password) === undefined));
  });
});
