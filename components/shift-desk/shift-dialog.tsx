"use client";
import { useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { uuidV7 } from "@/lib/domain/ids";
import { LocalDate } from "@/lib/domain/time/local-date";
import { sendChange, type ChangeProblem } from "@/lib/protocol/send-change";
import { ChangedShiftAnswer, type WeekPlan } from "@/lib/protocol/shifts";
import { deskShifts } from "@/lib/text/desk-shifts";
import { refusals } from "@/lib/text/refusals";
import { namedDay } from "./day-text";
import { Modal } from "@/components/ui/modal";
import { PeopleChoice } from "./people-choice";
import { post } from "./post";
import type { Opened } from "./week-desk";

type Props = { readonly plan: WeekPlan; readonly opened: Opened; readonly onDone: (notice: string) => void; readonly onClose: () => void };

/** One shift: where, when, who. */
export function ShiftDialog({ plan, opened, onDone, onClose }: Props) {
  const { shift } = opened;
  const [id] = useState(() => shift?.id ?? uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))));
  const [placeId, setPlaceId] = useState(opened.placeId);
  const [day, setDay] = useState<string>(opened.day);
  const [startsAt, setStartsAt] = useState(shift?.startsAt ?? "07:30");
  const [endsAt, setEndsAt] = useState(shift?.endsAt ?? "11:30");
  const [personIds, setPersonIds] = useState(() => shift?.people.map((person) => person.id) ?? []);
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<ChangeProblem>();

  const what = (): [string, string, string] => {
    const place = plan.places.find((candidate) => candidate.id === placeId)?.name ?? "";
    const parsed = LocalDate.safeParse(day).data;
    return [place, parsed ? namedDay(parsed) : day, deskShifts.hours(startsAt, endsAt)];
  };
  const send = async (change: object, notice: string) => {
    setBusy(true);
    setProblem(undefined);
    const changed = await sendChange(post, "/api/shifts", change, ChangedShiftAnswer);
    setBusy(false);
    if (changed.ok) onDone(notice);
    else setProblem(changed.error);
  };
  const save = (event: React.FormEvent) => {
    event.preventDefault();
    void send({ action: "save", shift: { id, unitId: plan.unit.id, placeId, day, startsAt, endsAt, personIds } }, deskShifts.saved(...what()));
  };

  return (
    <Modal title={shift ? deskShifts.editTitle : deskShifts.planTitle} onClose={onClose}>
      <form onSubmit={save} className="flex flex-col gap-4">
        <label className="shift-field">
          {deskShifts.place}
          <select value={placeId} onChange={(event) => setPlaceId(event.target.value)}>
            {plan.places.map((place) => <option key={place.id} value={place.id}>{place.name}</option>)}
          </select>
        </label>
        <div className="flex flex-wrap gap-3">
          <label className="shift-field">{deskShifts.day}<input type="date" required value={day} onChange={(event) => setDay(event.target.value)} /></label>
          <label className="shift-field">{deskShifts.startsAt}<input type="time" required value={startsAt} onChange={(event) => setStartsAt(event.target.value)} /></label>
          <label className="shift-field">
            {deskShifts.endsAt}
            <input type="time" required value={endsAt} aria-invalid={problem?.field === "endsAt" || undefined} onChange={(event) => setEndsAt(event.target.value)} />
          </label>
        </div>
        <PeopleChoice team={plan.team} others={shift?.people ?? []} chosen={personIds} problem={problem} onChange={setPersonIds} />
        {problem && <p role="alert" className="desk-dense text-bad">{sentenceOf(problem, plan, personIds, shift?.people ?? [])}</p>}
        <div className="flex flex-wrap gap-2">
          <DenseButton type="submit" look="main" disabled={busy}>{busy ? deskShifts.saving : deskShifts.save}</DenseButton>
          <DenseButton onClick={onClose}>{deskShifts.back}</DenseButton>
          {shift && !asking && <DenseButton look="bad" className="ml-auto" onClick={() => setAsking(true)}>{deskShifts.cancelShift}</DenseButton>}
        </div>
        {shift && asking && (
          <div role="alert" className="flex flex-wrap items-center gap-2">
            <p className="desk-dense">{deskShifts.cancelAsk}</p>
            <DenseButton look="bad" disabled={busy} onClick={() => void send({ action: "cancel", shiftId: shift.id }, deskShifts.cancelled(...what()))}>
              {deskShifts.cancelYes}
            </DenseButton>
          </div>
        )}
      </form>
    </Modal>
  );
}

/** Of a person by name, because a list can't be read by position. */
function sentenceOf({ code, field }: ChangeProblem, { team }: WeekPlan, personIds: readonly string[], others: readonly { id: string; name: string }[]): string {
  if (!code) return deskShifts.unreachable;
  const position = /^personIds\.(\d+)$/.exec(field ?? "")?.[1];
  const id = position === undefined ? undefined : personIds[Number(position)];
  const name = [...team, ...others].find((person) => person.id === id)?.name;
  return name ? `${name}: ${refusals[code]}` : refusals[code];
}
