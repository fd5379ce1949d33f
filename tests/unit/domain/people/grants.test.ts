import { describe, expect, test } from "vitest";
import { roles, type Actor, type Role } from "@/lib/domain/people/actor";
import { canGrant, canManage, canSeePerson } from "@/lib/domain/people/grants";
import { LocalDate } from "@/lib/domain/time/local-date";

const today = LocalDate.parse("2026-11-22");
const paths = { province: ["p"], district: ["p", "d"], team: ["p", "d", "t"], other: ["p", "e"] } as const;
const actorOf = (role: Role, unitId: string, active = true): Actor => ({ provinceId: "1", userId: "me", active, assignments: [{ role, unitId, validFrom: LocalDate.parse("2022-05-01") }] });
const given = (actor: Actor, place: keyof typeof paths) => roles.filter((role) => canGrant(actor, role, { unitPath: paths[place] }, today));

describe("who gives which role where", () => {
  test("a leader makes volunteers of the own team, and nobody of another", () => {
    const leader = actorOf("leader", "t");
    expect(given(leader, "team")).toEqual(["volunteer"]);
    expect(given(leader, "district")).toEqual([]);
  });

  test("an officer gives the roles of the own subtree, officers only below the own unit", () => {
    const officer = actorOf("officer", "d");
    expect(given(officer, "district")).toEqual(["volunteer", "leader", "observer"]);
    expect(given(officer, "team")).toEqual(["volunteer", "leader", "officer", "observer"]);
    expect(given(officer, "other")).toEqual([]);
    expect(given(officer, "province")).toEqual([]);
  });

  test("the province's verifier gives all of them, also over areas; nobody else does that", () => {
    expect(given(actorOf("provinceVerifier", "p"), "team")).toEqual([...roles]);
    expect(canGrant(actorOf("provinceVerifier", "p"), "policeVerifier", { areaId: "a" }, today)).toBe(true);
    expect(canGrant(actorOf("provinceVerifier", "p"), "volunteer", { areaId: "a" }, today)).toBe(false);
    expect(canGrant(actorOf("officer", "p"), "policeVerifier", { areaId: "a" }, today)).toBe(false);
  });

  test.each(["volunteer", "provincePlanner", "observer", "policeVerifier", "policeHelper"] as const)("a %s gives none", (role) => {
    expect(given(actorOf(role, "p"), "team")).toEqual([]);
  });

  test("whoever is disabled, or no longer holds the role, gives none", () => {
    expect(given(actorOf("officer", "d", false), "team")).toEqual([]);
    const ended: Actor = { ...actorOf("officer", "d"), assignments: [{ role: "officer", unitId: "d", validFrom: LocalDate.parse("2022-05-01"), validTo: today }] };
    expect(given(ended, "team")).toEqual([]);
  });
});

describe("who changes whom", () => {
  const volunteer = { role: "volunteer", place: { unitPath: paths.team } } as const;
  const helper = { role: "policeHelper", place: { areaId: "a" } } as const;
  const officer = actorOf("officer", "d");

  test("only who gives all that the person holds", () => {
    expect(canManage(officer, { id: "you", homes: [volunteer] }, today)).toBe(true);
    expect(canManage(officer, { id: "you", homes: [volunteer, helper] }, today)).toBe(false);
    expect(canSeePerson(officer, { id: "you", homes: [volunteer, helper] }, today)).toBe(true);
    expect(canManage(officer, { id: "you", homes: [{ role: "officer", place: { unitPath: paths.district } }] }, today)).toBe(false);
  });

  test("nobody oneself", () => expect(canManage(officer, { id: "me", homes: [volunteer] }, today)).toBe(false));

  test("who belongs nowhere is the province's", () => {
    expect(canManage(officer, { id: "you", homes: [] }, today)).toBe(false);
    expect(canSeePerson(officer, { id: "you", homes: [] }, today)).toBe(false);
    expect(canManage(actorOf("provinceVerifier", "p"), { id: "you", homes: [] }, today)).toBe(true);
  });
});
