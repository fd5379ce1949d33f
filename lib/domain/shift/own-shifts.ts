import { localDateOf, type LocalDate } from "../time/local-date";
import type { TimeOfDay } from "./shift";
import { instantAt } from "./time-of-day";

type Planned = { readonly id: string; readonly day: LocalDate; readonly startsAt: TimeOfDay; readonly endsAt: TimeOfDay };

/** Somebody's own presence as the phone knows it. */
type Presence = { readonly shiftId?: string | undefined; readonly checkedInAt: string; readonly checkedOutAt?: string | undefined };

export type OwnShifts<Shift, Attendance> = {
  /** Checked in today and still there. */
  readonly running?: Attendance;
  /** The planned shift to check in to: the first of today that is not over and was not attended. */
  readonly next?: Shift;
  /** Open since an earlier day, oldest first. */
  readonly forgotten: readonly Attendance[];
  /** Planned, from today on, without `next` and without what was attended; in order of time. */
  readonly coming: readonly Shift[];
};

/** Where a person stands with their shifts. @param now the device's clock, ISO */
export function ownShiftsAt<Shift extends Planned, Attendance extends Presence>(
  shifts: readonly Shift[],
  attendances: readonly Attendance[],
  now: string,
): OwnShifts<Shift, Attendance> {
  const today = localDateOf(now);
  const open = attendances.filter(({ checkedOutAt }) => !checkedOutAt).sort((a, b) => (a.checkedInAt < b.checkedInAt ? -1 : 1));
  const running = open.filter(({ checkedInAt }) => localDateOf(checkedInAt) >= today).at(-1);
  const attended = new Set(attendances.map(({ shiftId }) => shiftId));
  const waiting = shifts
    .filter((shift) => !attended.has(shift.id) && instantAt(shift.day, shift.endsAt) > now)
    .sort((a, b) => (instantAt(a.day, a.startsAt) < instantAt(b.day, b.startsAt) ? -1 : 1));
  const next = waiting.find(({ day }) => day === today);
  return {
    ...(running ? { running } : {}),
    ...(next ? { next } : {}),
    forgotten: open.filter((attendance) => localDateOf(attendance.checkedInAt) < today),
    coming: waiting.filter((shift) => shift !== next),
  };
}
