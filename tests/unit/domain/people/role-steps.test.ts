import { describe, expect, test } from "vitest";
import { homesOf } from "@/lib/domain/people/homes";
import { endRole, grantRole, moveRole, type HeldRole } from "@/lib/domain/people/role-steps";
import { addDays, LocalDate } from "@/lib/domain/time/local-date";

const today = LocalDate.parse("2026-11-22");
const tomorrow = addDays(today, 1);
const since = LocalDate.parse("2022-05-01");
const held: HeldRole = { id: "one", role: "volunteer", unitId: "a", validFrom: since };
const form = { role: "volunteer", unitId: "b", from: tomorrow } as const;

describe("a move", () => {
  test("ends one role and begins the other on the same day", () => {
    expect(moveRole([held], "one", form, "team", today)).toEqual({ ok: true, value: { ends: [{ id: "one", validTo: tomorrow }], opens: [form] } });
  });

  test("to where the person is already is none", () => {
    expect(moveRole([held], "one", { ...form, unitId: "a" }, "team", today)).toEqual({ ok: false, error: { code: "roleHeldAlready", field: "unitId" } });
    const other = { ...held, id: "two", unitId: "b" };
    expect(moveRole([held, other], "one", form, "team", today)).toMatchObject({ ok: false, error: { code: "roleHeldAlready" } });
  });

  test("of a role that has ended meanwhile is told so", () => {
    expect(moveRole([{ ...held, validTo: today }], "one", form, "team", today)).toEqual({ ok: false, error: { code: "personChangedSince" } });
  });

  test("is neither of yesterday nor of a day years ahead", () => {
    expect(moveRole([held], "one", { ...form, from: addDays(today, -1) }, "team", today)).toEqual({ ok: false, error: { code: "dayInPast", field: "from" } });
    expect(moveRole([held], "one", { ...form, from: addDays(today, 400) }, "team", today)).toEqual({ ok: false, error: { code: "dayTooFar", field: "from" } });
  });
});

describe("an end", () => {
  test("of what has not begun is that it never begins", () => {
    const coming = { ...held, validFrom: addDays(today, 10) };
    expect(endRole([coming], "one", today, today)).toEqual({ ok: true, value: { ends: [{ id: "one", validTo: coming.validFrom }], opens: [] } });
  });
});

describe("another role", () => {
  test("is one that such a unit has", () => {
    expect(grantRole([], { role: "provincePlanner", unitId: "b", from: today }, "team", today)).toEqual({ ok: false, error: { code: "roleNotForUnit", field: "role" } });
    expect(grantRole([], { role: "volunteer", areaId: "b", from: today }, undefined, today)).toMatchObject({ error: { code: "roleNotForUnit" } });
    expect(grantRole([], { role: "policeHelper", areaId: "b", from: today }, undefined, today)).toMatchObject({ ok: true });
  });

  test("never makes a planner say what is true", () => {
    const planner: HeldRole = { id: "one", role: "provincePlanner", unitId: "p", validFrom: since };
    expect(grantRole([planner], { role: "provinceVerifier", unitId: "p", from: today }, "province", today)).toEqual({ ok: false, error: { code: "rolesConflict", field: "role" } });
    expect(grantRole([{ ...planner, validTo: today }], { role: "provinceVerifier", unitId: "p", from: today }, "province", today)).toMatchObject({ ok: true });
  });
});

describe("where somebody belongs", () => {
  const of = (...spans: [LocalDate, LocalDate?][]) => homesOf(spans.map(([validFrom, validTo]) => ({ validFrom, validTo })), today);

  test("is what is held, and what only begins", () => expect(of([since, today], [since], [tomorrow])).toHaveLength(2));
  test("is what was held last, for whoever holds nothing", () => {
    expect(of([since, LocalDate.parse("2024-01-01")], [since, today])).toEqual([{ validFrom: since, validTo: today }]);
  });
  test("is not what never began", () => expect(of([tomorrow, tomorrow])).toEqual([]));
});
