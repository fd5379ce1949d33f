import * as z from "zod/mini";
import { instantOfInput, inputOfInstant } from "@/components/phone/form/local-time";
import { checkEntry, checkHappenedAt } from "@/lib/domain/entry/check-entry";
import { ShiftAttendance } from "@/lib/domain/entry/shift-attendance";
import type { Refusal } from "@/lib/domain/refusal";
import { refusalsOf } from "@/lib/domain/refusals-of";
import { err, ok, type Result } from "@/lib/domain/result";

/** A presence while its times are being corrected; times as `datetime-local` has them. */
export const AttendanceDraft = z.object({
  entryId: z.optional(z.string()),
  unitId: z.string(),
  shiftId: z.optional(z.string()),
  placeId: z.string(),
  placeName: z.string(),
  outcomeId: z.string(),
  checkedIn: z.string(),
  checkedOut: z.string(),
});
export type AttendanceDraft = z.infer<typeof AttendanceDraft>;

export function draftOfAttendance(content: ShiftAttendance, unitId: string): AttendanceDraft {
  const { shiftId, placeId, placeName, happenedAt, checkedOutAt, outcomes } = content;
  return {
    unitId,
    ...(shiftId ? { shiftId } : {}),
    placeId,
    placeName,
    outcomeId: outcomes[0]?.id ?? "",
    checkedIn: inputOfInstant(happenedAt),
    checkedOut: checkedOutAt ? inputOfInstant(checkedOutAt) : "",
  };
}

/** The presence that the form stands for, or everything that keeps it from being one. @param now the device's clock */
export function attendanceOfDraft(draft: AttendanceDraft, now: string): Result<ShiftAttendance, readonly Refusal[]> {
  const { shiftId, placeId, placeName, outcomeId, checkedIn, checkedOut } = draft;
  const input = {
    kind: "shiftAttendance",
    happenedAt: instantOf(checkedIn),
    ...(shiftId ? { shiftId } : {}),
    placeId,
    placeName,
    ...(checkedOut ? { checkedOutAt: instantOf(checkedOut) } : {}),
    outcomes: [{ id: outcomeId, kind: "shiftAttended" }],
  };
  const parsed = ShiftAttendance.safeParse(input);
  if (!parsed.success) return err(refusalsOf(parsed.error, input));
  const { checkedOutAt } = parsed.data;
  const refusals = [
    ...checkEntry(parsed.data),
    ...checkHappenedAt(parsed.data, now),
    ...(checkedOutAt && checkedOutAt > now ? [{ code: "happenedInFuture", field: "checkedOutAt" } as const] : []),
  ];
  return refusals.length > 0 ? err(refusals) : ok(parsed.data);
}

/** Browsers give nothing for a date that is half typed. */
function instantOf(text: string): string {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? instantOfInput(text) : "";
}
