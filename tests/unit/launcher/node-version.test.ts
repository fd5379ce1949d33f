import { expect, test } from "vitest";
import { requireNodeVersion, satisfies } from "../../../lib/launcher/node-version.mjs";

const range = "^20.19 || ^22.12 || >=24";

test.each(["20.19.0", "20.20.2", "22.12.0", "24.0.0", "26.1.0"])("Node.js %s will do", (version) => {
  expect(satisfies(version, range)).toBe(true);
});

test.each(["18.20.4", "20.9.0", "20.18.3", "21.7.3", "22.11.0", "23.11.0"])("Node.js %s will not do", (version) => {
  expect(satisfies(version, range)).toBe(false);
});

test("an old Node.js is told which one is needed", () => {
  expect(() => requireNodeVersion("18.20.4")).toThrow("Node.js 20.19+ or 22.12+ or 24+ is needed, and this is 18.20.4");
});
