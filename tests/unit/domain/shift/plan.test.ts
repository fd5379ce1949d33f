import { describe, expect, test } from "vitest";
import { checkShift } from "@/lib/domain/shift/check-shift";
import { canPlanShifts } from "@/lib/domain/shift/plan-permission";
import { Shift } from "@/lib/domain/shift/shift";
import { weekOf } from "@/lib/domain/shift/week";
import { LocalDate } from "@/lib/domain/time/local-date";
import { makeActor, otherTeamUnit, districtUnit, teamPath, teamUnit } from "@/tests/factories/command-context";
import { makeId } from "@/tests/factories/help-session";

const today = LocalDate.parse("2026-11-22");
const [hoa, nam] = [makeId(), makeId()] as [string, string];
const shift = (changes: object = {}) =>
  Shift.parse({ id: makeId(), unitId: teamUnit, placeId: makeId(), day: today, startsAt: "07:30", endsAt: "11:30", personIds: [hoa, nam], ...changes });
const team = new Set([hoa, nam]);

describe("a week", () => {
  test("begins on Monday and belongs to each of its days", () => {
    expect(weekOf(today)).toEqual(["2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22"]);
    for (const day of weekOf(today)) expect(weekOf(day)).toEqual(weekOf(today));
    expect(weekOf(LocalDate.parse("2027-01-01"))[0]).toBe("2026-12-28");
  });
});

describe("a plan", () => {
  test("is fine when everybody is of the team and free", () => {
    expect(checkShift(shift(), team, [{ personId: hoa, startsAt: "11:30", endsAt: "17:00" }, { personId: hoa, startsAt: "06:00", endsAt: "07:30" }])).toEqual([]);
    expect(checkShift(shift({ personIds: [] }), new Set(), [])).toEqual([]);
  });

  test("refuses an end that is not after the start", () => {
    for (const endsAt of ["07:30", "07:29", "00:00"]) {
      expect(checkShift(shift({ endsAt }), team, [])).toEqual([{ code: "shiftEndsBeforeStart", field: "endsAt" }]);
    }
  });

  test("names who is not of the team and who is on another shift, by position", () => {
    expect(checkShift(shift(), new Set([nam]), [])).toEqual([{ code: "personNotInTeam", field: "personIds.0" }]);
    expect(checkShift(shift(), team, [{ personId: nam, startsAt: "11:29", endsAt: "12:00" }])).toEqual([{ code: "personDoubleBooked", field: "personIds.1" }]);
  });

  test("takes only times of a day", () => {
    for (const startsAt of ["24:00", "7:30", "07:60", "", "07:30:00"]) expect(Shift.safeParse({ ...shift(), startsAt }).success).toBe(false);
  });

  test("is made by leaders and officers over the unit, while they are", () => {
    const may = (...actor: Parameters<typeof makeActor>) => canPlanShifts(makeActor(...actor), teamPath, today);
    expect([may("leader"), may("officer", districtUnit)]).toEqual([true, true]);
    expect([may("volunteer"), may("leader", otherTeamUnit), may("observer", districtUnit), may("leader", teamUnit, { active: false })]).toEqual([false, false, false, false]);
  });
});
