import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { ConfigurationError, readEnvironment } from "@/lib/server/env/environment";

const key = () => randomBytes(32).toString("base64");
const complete = () => ({
  DATABASE_URL: "postgresql://tns@db.example:5432/tns", NEXTAUTH_SECRET: key(), DATA_KEY: key(), HASH_KEY: key(),
});

test("a complete configuration is read", () => {
  const environment = readEnvironment(complete());
  expect(environment).toMatchObject({ databaseUrl: "postgresql://tns@db.example:5432/tns", demo: false });
  expect(environment.dataKey).toHaveLength(32);
});

test.each(["DATABASE_URL", "NEXTAUTH_SECRET", "DATA_KEY", "HASH_KEY"])("without %s it says which one is missing", (name) => {
  expect(() => readEnvironment({ ...complete(), [name]: " " })).toThrow(new RegExp(`^${name} is not set`));
});

test.each([
  ["DATABASE_URL", "mysql://db", /not a PostgreSQL address/],
  ["NEXTAUTH_SECRET", "k9#Lq2", /too short/],
  ["NEXTAUTH_SECRET", "please-change-me-please-change-me-1", /guessable/],
  ["NEXTAUTH_SECRET", "a".repeat(40), /guessable/],
  ["DATA_KEY", randomBytes(16).toString("base64"), /not 32 bytes/],
  ["DATA_KEY", Buffer.alloc(32).toString("base64"), /guessable/],
  ["HASH_KEY", "not base64 at all!", /not 32 bytes/],
])("%s = %s is refused in one sentence that doesn't repeat it", (name, value, sentence) => {
  const read = () => readEnvironment({ ...complete(), [name]: value });
  expect(read).toThrow(ConfigurationError);
  expect(read).toThrow(sentence);
  expect(read).not.toThrow(value);
});

test("two keys must differ, or a digest would be a hint at ciphertext", () => {
  const same = key();
  expect(() => readEnvironment({ ...complete(), DATA_KEY: same, HASH_KEY: same })).toThrow("are the same");
});

test("demo mode puts up with default values, never with missing ones", () => {
  expect(readEnvironment({ ...complete(), NEXTAUTH_SECRET: "demo-secret-demo-secret-demo-secret", DEMO: "1" }).demo).toBe(true);
  expect(() => readEnvironment({ ...complete(), DATA_KEY: undefined, DEMO: "1" })).toThrow("DATA_KEY is not set");
});

test("a second factor is required unless this is a demo or somebody says otherwise", () => {
  const read = (variables: object) => readEnvironment({ ...complete(), ...variables }).secondFactor;
  expect(read({})).toBe("required");
  expect(read({ SECOND_FACTOR: " " })).toBe("required");
  expect(read({ DEMO: "1" })).toBe("offered");
  expect(read({ SECOND_FACTOR: "offered" })).toBe("offered");
  expect(read({ DEMO: "1", SECOND_FACTOR: "required" })).toBe("required");
});

test.each(["Required", "off", "0", "no", "optional"])("SECOND_FACTOR = %s is neither of its two words and is refused", (value) => {
  expect(() => readEnvironment({ ...complete(), SECOND_FACTOR: value })).toThrow(/^SECOND_FACTOR is neither/);
  expect(() => readEnvironment({ ...complete(), SECOND_FACTOR: value, DEMO: "1" })).toThrow(ConfigurationError);
});
