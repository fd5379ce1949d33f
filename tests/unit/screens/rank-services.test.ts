import { expect, it } from "vitest";
import { rankServices } from "@/components/help-session/rank-services";

const now = "2026-08-07T03:00:00.000Z";

function used(service: string | undefined, daysAgo: number, status: "submitted" | "withdrawn" = "submitted") {
  return { ...(service ? { service } : {}), status, happenedAt: new Date(Date.parse(now) - daysAgo * 86_400_000).toISOString() };
}

it("puts the service of last time first, then the most used", () => {
  const entries = [used("khai-tu", 0), used("khai-sinh", 1), used("khai-sinh", 1), used("ket-hon", 2), used("ket-hon", 2), used("ket-hon", 2)];
  expect(rankServices(entries, ["khai-tu"], now)).toEqual(["khai-tu", "ket-hon", "khai-sinh"]);
});

it("weighs by half what is two weeks ago", () => {
  const entries = [used("moi", 0), used("cu", 14), used("cu", 14), used("cu", 15)];
  expect(rankServices([...entries, used("moi", 1)], [], now)).toEqual(["moi", "cu"]);
  expect(rankServices(entries, [], now)).toEqual(["cu", "moi"]);
});

it("counts nothing that was withdrawn, and knows what was chosen where no entry says so", () => {
  expect(rankServices([used("rut", 0, "withdrawn"), used(undefined, 0)], ["huong-dan", "tra-cuu"], now)).toEqual(["huong-dan", "tra-cuu"]);
});

it("is not misled by a clock that runs ahead", () => {
  expect(rankServices([used("mai", -30), used("nay", 0), used("nay", 0)], [], now)).toEqual(["nay", "mai"]);
});
