"use client";
import { useEffect, useState } from "react";
import { useLive } from "@/components/ui/use-live";
import type { ShiftAttendance } from "@/lib/domain/entry/shift-attendance";
import { addDays, localDateOf } from "@/lib/domain/time/local-date";
import type { EntrySummary } from "@/lib/phone/entries/entry-on-phone";
import type { Phone } from "@/lib/phone/phone";

export type OwnAttendance = {
  readonly entry: EntrySummary;
  readonly content: ShiftAttendance;
  readonly shiftId: string | undefined;
  readonly checkedInAt: string;
  readonly checkedOutAt: string | undefined;
  readonly mayAmend: boolean;
};

/** How far back the briefing knows shifts. */
const days = 8;
const gone = new Set<EntrySummary["status"]>(["withdrawn", "refused", "overturned"]);

/** The person's presence of the last days, newest first; undefined while it is opened. */
export function useOwnAttendances(phone: Phone): readonly OwnAttendance[] | undefined {
  const entries = useLive(phone.entries);
  const [attendances, setAttendances] = useState<readonly OwnAttendance[]>();
  useEffect(() => {
    let wanted = true;
    const since = addDays(localDateOf(phone.now()), -days);
    const recent = entries.filter(({ kind, happenedOn, status }) => kind === "shiftAttendance" && happenedOn >= since && !gone.has(status));
    void Promise.all(recent.map((entry) => open(phone, entry))).then((opened) => {
      if (wanted) setAttendances(opened.flat());
    });
    return () => {
      wanted = false;
    };
  }, [phone, entries]);
  return attendances;
}

/** Of an entry that another phone recorded there may be no content here. */
async function open(phone: Phone, entry: EntrySummary): Promise<OwnAttendance[]> {
  const detail = await phone.openEntry(entry.id);
  if (detail?.content?.kind !== "shiftAttendance") return [];
  const { content, mayAmend } = detail;
  return [{ entry, content, mayAmend, shiftId: content.shiftId, checkedInAt: content.happenedAt, checkedOutAt: content.checkedOutAt }];
}
