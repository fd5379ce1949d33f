import { describe, expect, test } from "vitest";
import { ownShiftsAt } from "@/lib/domain/shift/own-shifts";
import { instantAt } from "@/lib/domain/shift/time-of-day";
import { LocalDate } from "@/lib/domain/time/local-date";

const today = LocalDate.parse("2026-11-22");
const yesterday = LocalDate.parse("2026-11-21");
const shift = (id: string, startsAt: string, endsAt: string, day = today) => ({ id, day, startsAt, endsAt });
const at = (time: string, day = today) => instantAt(day, time);
const morning = shift("morning", "07:30", "11:30");
const afternoon = shift("afternoon", "13:30", "17:00");
const tomorrow = shift("tomorrow", "07:30", "11:30", LocalDate.parse("2026-11-23"));
const plan = [tomorrow, afternoon, morning, shift("past", "07:30", "11:30", yesterday)];

describe("where a volunteer stands", () => {
  test("before the day's first shift it is the one to check in to", () => {
    expect(ownShiftsAt(plan, [], at("06:00"))).toEqual({ next: morning, forgotten: [], coming: [afternoon, tomorrow] });
  });

  test("after the check-in it runs, also beyond its end, until the check-out", () => {
    const running = { shiftId: "morning", checkedInAt: at("07:35") };
    expect(ownShiftsAt(plan, [running], at("11:45"))).toEqual({ running, next: afternoon, forgotten: [], coming: [tomorrow] });
    const done = { ...running, checkedOutAt: at("11:50") };
    expect(ownShiftsAt(plan, [done], at("11:55"))).toEqual({ next: afternoon, forgotten: [], coming: [tomorrow] });
  });

  test("a shift that is over can't be checked in to any more", () => {
    expect(ownShiftsAt(plan, [], at("11:30"))).toMatchObject({ next: afternoon });
    expect(ownShiftsAt(plan, [], at("17:00"))).toEqual({ forgotten: [], coming: [tomorrow] });
  });

  test("what is open since yesterday was forgotten and stops nothing of today", () => {
    const forgotten = { shiftId: "past", checkedInAt: at("07:30", yesterday) };
    expect(ownShiftsAt(plan, [forgotten], at("06:00"))).toEqual({ next: morning, forgotten: [forgotten], coming: [afternoon, tomorrow] });
  });

  test("a time of day is Vietnam's", () => expect(instantAt(today, "06:30")).toBe("2026-11-21T23:30:00.000Z"));
});
