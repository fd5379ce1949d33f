"use client";
import { useState } from "react";
import { TextField } from "@/components/ui/field";
import { formatDate, localDateOf } from "@/lib/domain/time/local-date";
import { visitText } from "@/lib/text/households";
import { comeBackDays } from "./come-back-days";

type Props = { readonly now: string; readonly value: string; readonly error: string | undefined; readonly onChange: (day: string) => void };

/** Nobody was at home: only the day to come again is asked, and not even that has to be answered. */
export function ComeBackFields({ now, value, error, onChange }: Props) {
  const days = comeBackDays(now);
  const [choosing, setChoosing] = useState(value !== "" && days.every(({ day }) => day !== value));
  const choose = (day: string) => {
    setChoosing(false);
    onChange(day === value ? "" : day);
  };
  return (
    <div role="group" aria-label={visitText.comeBack} data-field="comeBackOn">
      <p className="mb-1.5 text-small font-semibold text-ink-2">{visitText.comeBack}</p>
      <div className="flex flex-wrap gap-2">
        {days.map(({ day, label }) => (
          <Chip key={day} on={!choosing && value === day} onClick={() => choose(day)}>
            {label}
            <span className="font-normal">{formatDate(day).slice(0, 5)}</span>
          </Chip>
        ))}
        <Chip on={choosing} onClick={() => setChoosing(!choosing)}>
          {visitText.otherDay}
        </Chip>
      </div>
      {choosing && (
        <div className="mt-3">
          <TextField label={visitText.otherDay} type="date" min={localDateOf(now)} value={value} error={error} hint={visitText.comeBackHint} onChange={(event) => onChange(event.target.value)} />
        </div>
      )}
      {!choosing && error && <p className="mt-1.5 text-small text-bad">{error}</p>}
    </div>
  );
}

function Chip({ on, onClick, children }: { readonly on: boolean; readonly onClick: () => void; readonly children: React.ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onClick}
      className="inline-flex min-h-12 items-center gap-2 rounded-full border-[1.5px] border-control bg-surface px-4 font-semibold aria-pressed:border-brand aria-pressed:bg-brand aria-pressed:text-on-brand"
    >
      {children}
    </button>
  );
}
