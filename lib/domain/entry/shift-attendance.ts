import * as z from "zod/mini";
import { Uuid } from "../ids";
import { Instant } from "../time/local-date";

/**
 * Somebody's presence on a shift: recorded at check-in, amended at check-out, confirmed by the leader. The
 * allowance sheet is made of confirmed attendance.
 */
export const ShiftAttendance = z.strictObject({
  kind: z.literal("shiftAttendance"),
  /** Check-in. */
  happenedAt: Instant,
  /** The planned shift, absent for an unplanned one. */
  shiftId: z.optional(Uuid),
  placeId: Uuid,
  placeName: z.string().check(z.trim(), z.minLength(1, "required"), z.maxLength(120, "tooLong")),
  checkedOutAt: z.optional(Instant),
  outcomes: z.array(z.strictObject({ id: Uuid, kind: z.literal("shiftAttended") })).check(z.length(1)),
});
export type ShiftAttendance = z.infer<typeof ShiftAttendance>;
