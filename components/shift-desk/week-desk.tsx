"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { sendChange } from "@/lib/protocol/send-change";
import { CopiedWeekAnswer, type PlannedShift, type WeekPlan } from "@/lib/protocol/shifts";
import { deskShifts } from "@/lib/text/desk-shifts";
import { refusals } from "@/lib/text/refusals";
import { post } from "./post";
import { ShiftDialog } from "./shift-dialog";
import { WeekGrid } from "./week-grid";

/** What the dialog is open for: a shift that is there, or a new one at a place and day. */
export type Opened = { readonly placeId: string; readonly day: LocalDate; readonly shift?: PlannedShift };

/** A unit's week: the grid, and whoever may plan changes it here. */
export function WeekDesk({ plan }: { readonly plan: WeekPlan }) {
  const router = useRouter();
  const [opened, setOpened] = useState<Opened>();
  const [notice, setNotice] = useState<{ readonly text: string; readonly trouble?: true }>();
  const [copying, setCopying] = useState(false);

  const done = (text: string) => {
    setOpened(undefined);
    setNotice({ text });
    router.refresh();
  };
  const copy = async () => {
    setCopying(true);
    const copied = await sendChange(post, "/api/shifts", { action: "copyWeek", unitId: plan.unit.id, day: plan.days[0] }, CopiedWeekAnswer);
    setCopying(false);
    if (!copied.ok) return setNotice({ text: copied.error.code ? refusals[copied.error.code] : deskShifts.unreachable, trouble: true });
    const { shifts, assignments, skipped } = copied.value;
    done(shifts === 0 ? deskShifts.nothingToCopy : deskShifts.copied(shifts, assignments, skipped));
  };

  return (
    <div className="shift-desk">
      <div className="shift-bar">
        {plan.mayPlan && plan.lastWeekCount > 0 && (
          <DenseButton disabled={copying} onClick={() => void copy()}>{copying ? deskShifts.copying : deskShifts.copy}</DenseButton>
        )}
        <p role="status" className={`desk-dense ${notice?.trouble ? "text-bad" : "text-ink-2"}`}>{notice?.text}</p>
      </div>
      {plan.places.length === 0 ? (
        <p className="desk-body text-ink-2">{deskShifts.noPlaces}</p>
      ) : (
        <>
          {plan.shifts.length === 0 && <p className="desk-body text-ink-2">{emptyText(plan)}</p>}
          <WeekGrid plan={plan} onOpen={plan.mayPlan ? setOpened : undefined} />
        </>
      )}
      {opened && <ShiftDialog key={opened.shift?.id ?? `${opened.placeId} ${opened.day}`} plan={plan} opened={opened} onDone={done} onClose={() => setOpened(undefined)} />}
    </div>
  );
}

function emptyText({ mayPlan, lastWeekCount }: WeekPlan): string {
  if (!mayPlan) return deskShifts.emptyWeekReader;
  return lastWeekCount > 0 ? deskShifts.emptyWeekToCopy : deskShifts.emptyWeek;
}
