"use client";
import { useSearchParams } from "next/navigation";
import { useCallback, useState } from "react";
import { BackButton } from "@/components/phone/back-button";
import { withPhone } from "@/components/phone/phone-gate";
import { PhoneNotices } from "@/components/phone/phone-notices";
import { useSaving } from "@/components/phone/use-saving";
import { Button } from "@/components/ui/button";
import { Dock, TopBar } from "@/components/ui/top-bar";
import { useLive } from "@/components/ui/use-live";
import { ownShiftsAt } from "@/lib/domain/shift/own-shifts";
import type { Phone } from "@/lib/phone/phone";
import { appShell } from "@/lib/text/app-shell";
import { shift as text } from "@/lib/text/shift";
import { AttendanceForm } from "./attendance-form";
import { checkIn, checkOut } from "./check-in";
import { ComingShifts } from "./coming-shifts";
import { CurrentShift } from "./current-shift";
import { DoneShifts } from "./done-shifts";
import { ForgottenShift } from "./forgotten-shift";
import { useOwnAttendances, type OwnAttendance } from "./own-attendances";
import { UnplannedShift } from "./unplanned-shift";
import { useNow } from "./use-now";

/** My shifts: the current one with its one button, what is coming, and what lacks an end. */
export const ShiftScreen = withPhone(Shifts);

function Shifts({ phone }: { readonly phone: Phone }) {
  const parameters = useSearchParams();
  const entryId = parameters.get("entry");
  if (entryId) return <AttendanceForm phone={phone} entryId={entryId} field={parameters.get("field")} />;
  return <OwnShifts phone={phone} />;
}

function OwnShifts({ phone }: { readonly phone: Phone }) {
  const attendances = useOwnAttendances(phone);
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col">
      <TopBar title={text.title} back={<BackButton label={appShell.back} fallback="/" />} />
      {attendances ? <Plan phone={phone} attendances={attendances} /> : <main aria-busy="true" />}
    </div>
  );
}

function Plan({ phone, attendances }: { readonly phone: Phone; readonly attendances: readonly OwnAttendance[] }) {
  const { shifts = [] } = useLive(phone.person).briefing;
  const now = useNow(useCallback(() => phone.now(), [phone]));
  const saving = useSaving();
  const [unplanned, setUnplanned] = useState(false);
  const { running, next, forgotten, coming } = ownShiftsAt(shifts, attendances, now);
  const busyLabel = saving.busy ? text.saving : undefined;
  if (unplanned && !running) return <UnplannedShift phone={phone} saving={saving} onBack={() => setUnplanned(false)} />;
  return (
    <>
      <main className="grid grid-cols-1 gap-5 px-4 pt-3.5 pb-8">
        <PhoneNotices phone={phone} />
        {forgotten.map((attendance) => (
          <ForgottenShift key={attendance.entry.id} phone={phone} attendance={attendance} shift={shifts.find(({ id }) => id === attendance.shiftId)} />
        ))}
        <CurrentShift running={running} planned={shifts.find(({ id }) => id === running?.shiftId)} next={next} hasShifts={shifts.length > 0} />
        {saving.problem && <p role="alert" className="font-medium text-bad">{saving.problem}</p>}
        <ComingShifts shifts={running && next ? [next, ...coming] : coming} now={now} />
        {!running && <Button look="quiet" onClick={() => setUnplanned(true)}>{text.unplanned}</Button>}
        <DoneShifts attendances={attendances.filter(({ checkedOutAt }) => checkedOutAt)} now={now} />
      </main>
      {running?.mayAmend && (
        <Dock>
          <Button className="flex-1" busyLabel={busyLabel} onClick={() => saving.run(() => checkOut(phone, running.entry.id, running.content, phone.now()))}>
            {text.checkOut}
          </Button>
        </Dock>
      )}
      {!running && next && (
        <Dock>
          <Button className="flex-1" busyLabel={busyLabel} onClick={() => saving.run(() => checkIn(phone, next))}>{text.checkIn}</Button>
        </Dock>
      )}
    </>
  );
}
