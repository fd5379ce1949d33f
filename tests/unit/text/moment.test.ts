import { expect, it } from "vitest";
import { formatCount, formatShare, momentText } from "@/lib/text/moment";

it("writes moments as clocks in Vietnam show them, over midnight and the turn of a year", () => {
  expect(momentText("2026-08-07T02:46:59.999Z")).toBe("09:46, 07/08/2026");
  expect(momentText("2026-12-31T17:00:00Z")).toBe("00:00, 01/01/2027");
  expect(momentText("2026-12-31T23:59:00+07:00")).toBe("23:59, 31/12/2026");
});

it("writes numbers with the marks that Vietnamese readers know", () => {
  expect(formatCount(48_000)).toBe("48.000");
  expect([formatShare(0.64), formatShare(0.002)]).toEqual(["64%", "0,2%"]);
});
