import { expect, test } from "vitest";
import { roles, type Actor, type Role } from "@/lib/domain/people/actor";
import { canSetTarget } from "@/lib/domain/targets/permission";
import { LocalDate } from "@/lib/domain/time/local-date";

const today = LocalDate.parse("2026-08-07");
const actorWith = (role: Role, unitId: string, more: Partial<Actor> = {}): Actor =>
  ({ provinceId: "p", userId: "u", active: true, assignments: [{ role, unitId, validFrom: LocalDate.parse("2022-05-01") }], ...more });
const [province, district, team] = [["province"], ["province", "district"], ["province", "district", "team"]];

test("the planner sets the targets of the province and of every unit", () => {
  for (const path of [province, district, team]) expect(canSetTarget(actorWith("provincePlanner", "province"), path!, today)).toBe(true);
});

test("an officer sets those of the units below, never the own unit's nor another's", () => {
  const officer = actorWith("officer", "district");
  expect([province, district, team, ["province", "other"], ["province", "other", "team"]].map((path) => canSetTarget(officer, path!, today))).toEqual([false, false, true, false, false]);
});

test("everybody else only reads them", () => {
  for (const role of roles.filter((one) => one !== "provincePlanner" && one !== "officer")) expect([role, canSetTarget(actorWith(role, "province"), team!, today)]).toEqual([role, false]);
});

test("nobody sets any before the role begins, or once disabled", () => {
  expect(canSetTarget(actorWith("provincePlanner", "province"), team!, LocalDate.parse("2022-04-30"))).toBe(false);
  expect(canSetTarget(actorWith("provincePlanner", "province", { active: false }), team!, today)).toBe(false);
});
