import { randomUUID } from "node:crypto";
import { ShiftAttendance } from "@/lib/domain/entry/shift-attendance";
import { Shift } from "@/lib/domain/shift/shift";
import { instantAt } from "@/lib/domain/shift/time-of-day";
import { LocalDate } from "@/lib/domain/time/local-date";

/** A morning at a counter, without anybody on it. */
export function makeShift(unitId: string, placeId: string, changes: object = {}): Shift {
  return Shift.parse({ id: randomUUID(), unitId, placeId, day: "2026-08-18", startsAt: "07:30", endsAt: "11:30", personIds: [], ...changes });
}

/** Present from 07:30 to 11:30 of a day; without a shift, out of plan. */
export function makeAttendance(day: string, changes: object = {}): ShiftAttendance {
  const date = LocalDate.parse(day);
  return ShiftAttendance.parse({
    kind: "shiftAttendance",
    happenedAt: instantAt(date, "07:30"),
    placeId: randomUUID(),
    placeName: "Một cửa Phước Lộc",
    checkedOutAt: instantAt(date, "11:30"),
    outcomes: [{ id: randomUUID(), kind: "shiftAttended" }],
    ...changes,
  });
}
