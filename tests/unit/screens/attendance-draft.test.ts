import { describe, expect, test } from "vitest";
import { attendanceOfDraft, draftOfAttendance } from "@/components/shift/attendance-draft";
import { makeId } from "@/tests/factories/help-session";
import { makeAttendance } from "@/tests/factories/shifts";

const now = "2026-08-19T03:00:00.000Z";
const presence = makeAttendance("2026-08-18", { shiftId: makeId() });
const draft = draftOfAttendance(presence, makeId());
const problems = (changes: object) => {
  const result = attendanceOfDraft({ ...draft, ...changes }, now);
  return result.ok ? [] : result.error;
};

describe("the form of a presence", () => {
  test("shows Vietnam's time and gives back what it was opened with", () => {
    expect(draft).toMatchObject({ checkedIn: "2026-08-18T07:30", checkedOut: "2026-08-18T11:30" });
    expect(attendanceOfDraft(draft, now)).toEqual({ ok: true, value: presence });
  });

  test("may leave the end open", () => {
    const { checkedOutAt: _end, ...open } = presence;
    expect(attendanceOfDraft({ ...draft, checkedOut: "" }, now)).toEqual({ ok: true, value: open });
  });

  test.each([
    [{ checkedOut: "2026-08-18T07:30" }, { code: "checkOutBeforeCheckIn", field: "checkedOutAt" }],
    [{ checkedOut: "2026-08-18T23:31" }, { code: "shiftTooLong", field: "checkedOutAt" }],
    [{ checkedIn: "2026-08-19T09:59", checkedOut: "2026-08-19T10:01" }, { code: "happenedInFuture", field: "checkedOutAt" }],
    [{ checkedIn: "2026-08-19T10:01", checkedOut: "" }, { code: "happenedInFuture", field: "happenedAt" }],
    [{ checkedIn: "" }, { code: "required", field: "happenedAt" }],
  ])("%j is refused at its field", (changes, refusal) => expect(problems(changes)).toEqual([refusal]));
});
