import * as z from "zod/mini";
import { Uuid } from "../domain/ids";
import { MemberKind } from "../domain/shift/member-kind";
import { Shift } from "../domain/shift/shift";
import { LocalDate } from "../domain/time/local-date";
import type { AllowanceRow } from "../domain/shift/allowance";
import { protocolMarker } from "./version";

/** GET /api/shifts: the week of a day; without a unit, the first that the person may plan for. */
export const WeekQuery = z.object({ unit: z.optional(Uuid), day: z.optional(LocalDate) });
export type WeekQuery = z.infer<typeof WeekQuery>;

/**
 * POST /api/shifts, from the desk. A shift's id is made where it is planned, so that saving twice plans one.
 * `copyWeek` takes over what the week before has and this one has not.
 */
export const ShiftChange = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("save"), shift: Shift }),
  z.strictObject({ action: z.literal("cancel"), shiftId: Uuid }),
  z.strictObject({ action: z.literal("copyWeek"), unitId: Uuid, day: LocalDate }),
]);
export type ShiftChange = z.infer<typeof ShiftChange>;

/** `skipped`: persons who could not be taken over, because they left the team or are on another shift. */
export const CopiedWeek = z.object({ shifts: z.int(), assignments: z.int(), skipped: z.int() });
export type CopiedWeek = z.infer<typeof CopiedWeek>;

/** What the desk reads of the answers to its changes. */
export const ChangedShiftAnswer = z.object({ marker: z.literal(protocolMarker), shiftId: Uuid });
export const CopiedWeekAnswer = z.object({ marker: z.literal(protocolMarker), ...CopiedWeek.shape });
export const RateAnswer = z.object({ marker: z.literal(protocolMarker), id: Uuid });

export type NamedPerson = { readonly id: string; readonly name: string };

export type PlannedShift = {
  readonly id: string;
  readonly placeId: string;
  readonly day: LocalDate;
  readonly startsAt: string;
  readonly endsAt: string;
  /** By name. */
  readonly people: readonly NamedPerson[];
};

/** A unit's week on the desk. */
export type WeekPlan = {
  readonly unit: { readonly id: string; readonly name: string };
  /** All that the person may choose from. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly mayPlan: boolean;
  /** Monday first. */
  readonly days: readonly LocalDate[];
  readonly today: LocalDate;
  /** Where the unit may be on duty, and where it was that week. */
  readonly places: readonly { readonly id: string; readonly name: string }[];
  /** Who may be assigned in this week. */
  readonly team: readonly NamedPerson[];
  readonly shifts: readonly PlannedShift[];
  /** Shifts in the week before, to copy. */
  readonly lastWeekCount: number;
};

export const Month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, "malformed"));
export type Month = z.infer<typeof Month>;

/** GET /api/shifts/allowance: the sheet of a unit and everything below it. */
export const AllowanceQuery = z.object({ unit: z.optional(Uuid), month: z.optional(Month) });
export type AllowanceQuery = z.infer<typeof AllowanceQuery>;

/** POST /api/shifts/rates: from this day on, until another is set. In dong per shift. */
export const RateChange = z.strictObject({
  unitId: Uuid,
  memberKind: MemberKind,
  amount: z.int().check(z.minimum(0), z.maximum(100_000_000)),
  validFrom: LocalDate,
});
export type RateChange = z.infer<typeof RateChange>;

export type RateRow = RateChange & {
  readonly id: string;
  readonly unitName: string;
  readonly validTo?: LocalDate;
  readonly setByName: string;
  readonly setAt: string;
};

export type AllowanceSheet = {
  readonly unit: { readonly id: string; readonly name: string };
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly mayPlan: boolean;
  readonly month: Month;
  /** By name. */
  readonly rows: readonly (AllowanceRow & { readonly personName: string })[];
  readonly shifts: number;
  /** In dong. */
  readonly amount: number;
  /** Attendance of the month that no leader has decided about yet: not in the rows. */
  readonly waiting: number;
  /** Of the unit, those above and those below; newest first within a unit. */
  readonly rates: readonly RateRow[];
  readonly asOf: string;
};
