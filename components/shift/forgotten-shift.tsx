"use client";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useSaving } from "@/components/phone/use-saving";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { TimeOfDay } from "@/lib/domain/shift/shift";
import { instantAt } from "@/lib/domain/shift/time-of-day";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { Phone } from "@/lib/phone/phone";
import type { BriefedShift } from "@/lib/protocol/briefing";
import { momentText } from "@/lib/text/moment";
import { refusals } from "@/lib/text/refusals";
import { shift as text } from "@/lib/text/shift";
import { checkOut } from "./check-in";
import type { OwnAttendance } from "./own-attendances";

type Props = { readonly phone: Phone; readonly attendance: OwnAttendance; readonly shift: BriefedShift | undefined };

/** A shift of an earlier day that nobody ended: asks for the time of that day; the plan's is offered. */
export function ForgottenShift({ phone, attendance: { entry, content, mayAmend }, shift }: Props) {
  const [time, setTime] = useState(shift?.endsAt ?? "");
  const [missing, setMissing] = useState(false);
  const saving = useSaving();
  const save = (event: React.FormEvent) => {
    event.preventDefault();
    const parsed = TimeOfDay.safeParse(time);
    setMissing(!parsed.success);
    if (parsed.success) void saving.run(() => checkOut(phone, entry.id, content, instantAt(localDateOf(content.happenedAt), parsed.data)));
  };
  return (
    <section aria-labelledby={`forgotten-${entry.id}`} className="rounded-card border border-warn-line bg-warn-soft p-4 sunlight:border-2">
      <h2 id={`forgotten-${entry.id}`} className="flex items-center gap-2 text-head">
        <TriangleAlert aria-hidden size={24} className="flex-none text-warn" />
        {text.forgotten}
      </h2>
      <p className="mt-1 font-semibold">{content.placeName}</p>
      <p className="text-ink-2">{text.since(momentText(content.happenedAt))}</p>
      {mayAmend ? (
        <form noValidate onSubmit={save} className="mt-3 grid gap-3">
          <TextField
            type="time"
            label={text.endedAt}
            hint={text.forgottenHint}
            value={time}
            error={saving.problem ?? (missing ? refusals.required : undefined)}
            onChange={(event) => setTime(event.target.value)}
          />
          <Button type="submit" look="second" busyLabel={saving.busy ? text.saving : undefined}>{text.saveEnd}</Button>
        </form>
      ) : (
        <p className="mt-2">{text.locked}</p>
      )}
    </section>
  );
}
