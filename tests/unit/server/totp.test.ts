import { describe, expect, test } from "vitest";
import { authenticatorUri, base32, codeAt, drawSecret, findStep, stepOf } from "@/lib/server/auth/totp";

const secret = Buffer.from("12345678901234567890");
const at = (seconds: number) => new Date(seconds * 1000).toISOString();

/** RFC 6238, appendix B, the rows for SHA-1. */
test.each([
  [59, "94287082"],
  [1_111_111_109, "07081804"],
  [1_111_111_111, "14050471"],
  [1_234_567_890, "89005924"],
  [2_000_000_000, "69279037"],
  [20_000_000_000, "65353130"],
])("the code at second %i is %s, as in the RFC", (seconds, code) => {
  expect(codeAt(secret, stepOf(at(seconds)), 8)).toBe(code);
  expect(codeAt(secret, stepOf(at(seconds)))).toBe(code.slice(2));
});

describe("a code", () => {
  const now = at(1_111_111_111);
  const step = stepOf(now);

  test("is good within its half minute and in the ones beside it", () => {
    for (const near of [step - 1, step, step + 1]) expect(findStep(secret, codeAt(secret, near), now)).toBe(near);
    for (const far of [step - 2, step + 2]) expect(findStep(secret, codeAt(secret, far), now)).toBeUndefined();
  });

  test("is no good a second time, and none before it either", () => {
    expect(findStep(secret, codeAt(secret, step), now, step)).toBeUndefined();
    expect(findStep(secret, codeAt(secret, step - 1), now, step)).toBeUndefined();
    expect(findStep(secret, codeAt(secret, step + 1), now, step)).toBe(step + 1);
  });

  test("has six digits, and nothing else is one", () => {
    for (const typed of ["", "05047", "0504711", "abcdef", "０５０４７１"]) expect(findStep(secret, typed, now)).toBeUndefined();
  });
});

test("a secret is written in the letters of RFC 4648", () => {
  expect(base32(Buffer.from("foobar"))).toBe("MZXW6YTBOI");
  expect(base32(secret)).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  expect(base32(drawSecret())).toMatch(/^[A-Z2-7]{32}$/);
});

test("an authenticator reads issuer, login and secret from the picture", () => {
  const uri = authenticatorUri(secret, "Tình Nguyện Số", "kim.thoa");
  expect(uri).not.toContain("+");
  const { protocol, pathname, searchParams } = new URL(uri);
  expect(protocol).toBe("otpauth:");
  expect(decodeURIComponent(pathname)).toMatch(/Tình Nguyện Số:kim\.thoa$/);
  expect(Object.fromEntries(searchParams)).toEqual({
    secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", issuer: "Tình Nguyện Số", algorithm: "SHA1", digits: "6", period: "30",
  });
});
