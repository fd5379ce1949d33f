import type { Refusal } from "../refusal";
import type { Shift } from "./shift";

/** When a person is on another shift of the same day, whatever the unit. */
export type Booking = { readonly personId: string; readonly startsAt: string; readonly endsAt: string };

/**
 * The mistakes of a plan. A person who may not come is named by position: `personIds.1`.
 * @param team ids of who may work for the shift's unit on its day
 * @param bookings of these persons on other shifts of that day
 */
export function checkShift({ startsAt, endsAt, personIds }: Shift, team: ReadonlySet<string>, bookings: readonly Booking[]): Refusal[] {
  if (endsAt <= startsAt) return [{ code: "shiftEndsBeforeStart", field: "endsAt" }];
  return personIds.flatMap((personId, index): Refusal[] => {
    const field = `personIds.${index}`;
    if (!team.has(personId)) return [{ code: "personNotInTeam", field }];
    const isBooked = bookings.some((other) => other.personId === personId && overlaps(other, { startsAt, endsAt }));
    return isBooked ? [{ code: "personDoubleBooked", field }] : [];
  });
}

/** One shift may begin at the minute at which another ends. */
function overlaps(one: Omit<Booking, "personId">, other: Omit<Booking, "personId">): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}
