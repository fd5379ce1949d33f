import { expect, test } from "vitest";
import { concernsOf, type PhoneFacts } from "@/lib/domain/device/phone-concerns";

const now = "2026-11-22T03:00:00.000Z";
const fine: PhoneFacts = { unsent: 0, seenAt: "2026-11-22T02:00:00.000Z", clockOffsetMs: 0, persisted: true, installed: true, appVersion: "b" };

test.each<[string, Partial<PhoneFacts>, string[]]>([
  ["all is well", {}, []],
  ["three days of silence with work on it", { unsent: 1, seenAt: "2026-11-19T03:00:00.000Z" }, []],
  ["longer silence with work on it", { unsent: 1, seenAt: "2026-11-19T02:59:59.000Z" }, ["silent"]],
  ["long silence with nothing on it", { seenAt: "2026-01-01T00:00:00.000Z" }, []],
  ["a clock ten minutes off", { clockOffsetMs: -600_000 }, ["clockOff"]],
  ["an old version in a tab that may be emptied", { persisted: false, installed: false, appVersion: "a" }, ["notPersisted", "notInstalled", "outdated"]],
])("%s", (_, changes, concerns) => {
  expect(concernsOf({ ...fine, ...changes }, now, "b")).toEqual(concerns);
});
