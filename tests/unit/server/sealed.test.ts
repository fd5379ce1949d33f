import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { makeKey, openJson, sealJson, unwrapKey } from "@/lib/server/crypto/sealed";
import { canonicalJson } from "@/lib/server/crypto/canonical-json";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import { receiptOf } from "@/lib/server/crypto/receipt";
import { openSubject, sealNote, openNote, sealSubject } from "@/lib/server/subjects/sealed-subject";
import { joinContent, splitContent } from "@/lib/server/subjects/personal-data";
import { makeConsent, makeHelpSession, makeOrganisation } from "../../factories/help-session";
import fc from "fast-check";

beforeAll(() => {
  process.env.DATABASE_URL ??= "postgresql://nobody@localhost/none";
  for (const name of ["NEXTAUTH_SECRET", "DATA_KEY", "HASH_KEY"]) process.env[name] ??= randomBytes(32).toString("base64");
});

test("what was sealed opens for its owner and its purpose only", () => {
  const [owner, other] = [randomUUID(), randomUUID()];
  const { key, ...wrapped } = makeKey(owner);
  const sealed = sealJson(key, owner, "subject", { name: "Trần Thị Lụa" });
  expect(openJson(unwrapKey(owner, wrapped), owner, "subject", sealed)).toEqual({ name: "Trần Thị Lụa" });
  expect(() => openJson(key, other, "subject", sealed)).toThrow();
  expect(() => openJson(key, owner, "note", sealed)).toThrow();
  expect(() => unwrapKey(other, wrapped)).toThrow();
  expect(() => unwrapKey(owner, { ...wrapped, keyVersion: 2 })).toThrow("version 2");
});

test("one changed bit anywhere is noticed", () => {
  const owner = randomUUID();
  const { key } = makeKey(owner);
  const sealed = sealJson(key, owner, "subject", "x");
  for (let index = 0; index < sealed.length; index++) {
    const changed = Buffer.from(sealed);
    changed[index]! ^= 1;
    expect(() => openJson(key, owner, "subject", changed)).toThrow();
  }
  expect(() => openJson(key, owner, "subject", sealed.subarray(0, 20))).toThrow("too short");
});

test("the same document is never sealed into the same bytes", () => {
  const owner = randomUUID();
  const { key } = makeKey(owner);
  const seals = Array.from({ length: 2000 }, () => sealJson(key, owner, "subject", "x").toString("hex"));
  expect(new Set(seals).size).toBe(seals.length);
});

test("a session is split and joined without loss, and its plain part names nobody", () => {
  const guarded = makeHelpSession({ consent: makeConsent({ guardian: { name: "Võ Thị Bảy" } }) });
  for (const session of [makeHelpSession(), guarded, makeHelpSession({ subject: makeOrganisation(), consent: undefined, outcomes: [{ id: randomUUID(), kind: "guidanceGiven" }] })]) {
    const { plain, personal } = splitContent(session);
    const subject = sealSubject(randomUUID(), personal);
    expect(joinContent(JSON.parse(JSON.stringify(plain)), openSubject(subject))).toEqual(session);
    expect(JSON.stringify(plain)).not.toMatch(/Nguyễn|Võ|0520|subject|guardian/);
  }
});

test("an amended subject keeps its key, so that notes of before stay readable", () => {
  const id = randomUUID();
  const first = sealSubject(id, splitContent(makeHelpSession()).personal);
  const note = sealNote(id, first, "Xem lại ngày sinh");
  const second = sealSubject(id, splitContent(makeHelpSession()).personal, first);
  expect(openNote(id, second, note)).toBe("Xem lại ngày sinh");
});

test("digests depend on scope and key, not on the order of properties", () => {
  expect(keyedHash("phone", "0912345678")).not.toEqual(keyedHash("personalNumber", "0912345678"));
  expect(canonicalJson({ b: [1, { d: "é\u0000\"", c: undefined }], a: null })).toBe('{"a":null,"b":[1,{"d":"é\\u0000\\""}]}');
});

test("canonical JSON says what JSON says", () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
    expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
  }));
});

test("receipts are six characters that can be told apart, and the same each time", () => {
  const codes = Array.from({ length: 500 }, () => receiptOf(randomUUID()));
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-TW-Z]{3}-[2-9A-HJKMNP-TW-Z]{3}$/);
  expect(new Set(codes).size).toBe(500);
  expect(receiptOf("0190a000-0000-7000-8000-000000000001")).toBe(receiptOf("0190a000-0000-7000-8000-000000000001"));
});
