import { describe, expect, test } from "vitest";
import { firstPassword, firstPasswordBytes } from "@/lib/domain/people/first-password";
import { freeLogin, parseLogin } from "@/lib/domain/people/login";
import { nameKey } from "@/lib/domain/people/name-key";

describe("a login", () => {
  test.each([["Võ Quốc Bảo", "quocbao"], ["Đinh Y Hơ", "yho"], ["H'Bia Êban", "hbiaeban"], ["Ô", "nguoio"]])("after %s is %s", (name, login) => expect(freeLogin(name, () => false)).toBe(login));
  test("that somebody has gets a number", () => expect(freeLogin("Võ Quốc Bảo", (login) => ["quocbao", "quocbao2"].includes(login))).toBe("quocbao3"));
  test("is always one that can be read", () => {
    for (const name of ["Nguyễn Thị Hương Giang Thanh Tâm Minh Nguyệt".repeat(2), "Lý", "Ŏ Ŭ"]) expect(parseLogin(freeLogin(name, () => false))).toMatchObject({ ok: true });
  });
  test.each([["QuocBao", true], ["a.b-c_1", true], ["ab", false], ["quốcbảo", false], ["-abc", false], ["a..b", false], ["a b c", false]])("%s: %s", (text, fits) => expect(parseLogin(text).ok).toBe(fits));
});

describe("two spellings of a name", () => {
  test.each([["Nguyễn Hoà", "nguyễn  hòa"], ["Lê Thuý", "LÊ THÚY"], ["Trần Hoà".normalize("NFD"), "Trần Hoà"]])("%s and %s are one", (one, other) => expect(nameKey(one)).toBe(nameKey(other)));
  test.each([["Lê Hoa", "Lê Hòa"], ["Lê Hoà", "Lê Hoá"], ["Trần An", "Trần Ân"], ["Trần Đan", "Trần Dan"]])("%s and %s are two", (one, other) => expect(nameKey(one)).not.toBe(nameKey(other)));
});

test("a first password has nothing that looks alike on paper", () => {
  const made = Array.from({ length: 200 }, (_, index) => firstPassword(Uint8Array.from({ length: firstPasswordBytes }, (_value, at) => (index * 31 + at * 97) % 256)));
  for (const password of made) expect(password).toMatch(/^[a-hj-kmnp-z2-9]{4}(-[a-hj-kmnp-z2-9]{4}){2}$/);
});
