import { expect, test } from "vitest";
import { nextPageOf, stepOf } from "@/components/sign-in/next-page";

const asked = (next: string) => nextPageOf(`?next=${encodeURIComponent(next)}`);

test("sign-in leads back to the page that asked for it", () => {
  expect(asked("/desk/review?view=decided&entry=01a2")).toBe("/desk/review?view=decided&entry=01a2");
  expect(nextPageOf("")).toBeUndefined();
});

test("sign-in leads to no other site", () => {
  for (const elsewhere of ["https://example.com", "//example.com", "/\\example.com", "\\\\example.com", "javascript:alert(1)", "/\t/example.com", "/\n//example.com"]) {
    expect(asked(elsewhere), elsewhere).toBeUndefined();
  }
});

test("whoever lacks a step goes on there, and nowhere that is none", () => {
  expect(stepOf("?step=secondFactor&next=%2Fdesk")).toBe("secondFactor");
  for (const search of ["", "?step=", "?step=constructor", "?step=SECONDFACTOR"]) expect(stepOf(search)).toBeUndefined();
});
