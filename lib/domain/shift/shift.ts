import * as z from "zod/mini";
import { Uuid } from "../ids";
import { missingOr } from "../parsed-text";
import { LocalDate } from "../time/local-date";

/** Local time of a day, `HH:MM`. Sorts as text. */
export const TimeOfDay = z.string({ error: missingOr("malformed") }).check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "malformed"));
export type TimeOfDay = z.infer<typeof TimeOfDay>;

/** Who is where on a day, from when to when; planned by whoever leads the unit. */
export const Shift = z.strictObject({
  id: Uuid,
  unitId: Uuid,
  placeId: Uuid,
  day: LocalDate,
  startsAt: TimeOfDay,
  endsAt: TimeOfDay,
  personIds: z.array(Uuid).check(z.maxLength(50, "tooLong")),
});
export type Shift = z.infer<typeof Shift>;
