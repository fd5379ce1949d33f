import type { ShiftAttendance } from "@/lib/domain/entry/shift-attendance";
import type { Instant } from "@/lib/domain/time/local-date";
import type { Saved } from "@/lib/phone/entries/saved";
import type { Phone } from "@/lib/phone/phone";
import type { BriefedShift } from "@/lib/protocol/briefing";

/** Where somebody checks in; of an unplanned shift the place alone is known. */
export type CheckInPlace = Pick<BriefedShift, "placeId" | "placeName" | "unitId"> & { readonly id?: string };

/** By the phone's clock, also without a network. */
export function checkIn(phone: Phone, { id, unitId, placeId, placeName }: CheckInPlace): Promise<Saved> {
  const content: ShiftAttendance = {
    kind: "shiftAttendance",
    happenedAt: phone.now() as Instant,
    ...(id ? { shiftId: id } : {}),
    placeId,
    placeName,
    outcomes: [{ id: phone.newId(), kind: "shiftAttended" }],
  };
  return phone.saveEntry(content, unitId);
}

export function checkOut(phone: Phone, entryId: string, content: ShiftAttendance, at: string): Promise<Saved> {
  return phone.amendEntry(entryId, { ...content, checkedOutAt: at as Instant });
}
