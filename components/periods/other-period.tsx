"use client";

import { useState } from "react";
import { LocalDate } from "@/lib/domain/time/local-date";
import { periodTexts } from "@/lib/text/desk-periods";
import { refusals } from "@/lib/text/refusals";
import { ClosePeriod } from "./close-period";

/** A period that is no month: any days that are over. */
export function OtherPeriod({ last }: { /** The last day that can be closed. */ readonly last: LocalDate }) {
  const [from, setFrom] = useState("");
  const [through, setThrough] = useState("");
  const days = [LocalDate.safeParse(from).data, LocalDate.safeParse(through).data] as const;
  const [first, final] = days;
  const isBackwards = first !== undefined && final !== undefined && final < first;
  const isNotOver = final !== undefined && final > last;
  return (
    <section className="desk-panel period-other">
      <h2 className="desk-head">{periodTexts.other}</h2>
      <p className="desk-dense text-ink-2">{periodTexts.otherHint}</p>
      <div className="period-fields">
        <label>{periodTexts.from}<input type="date" value={from} max={last} onChange={({ target }) => setFrom(target.value)} /></label>
        <label>{periodTexts.through}<input type="date" value={through} max={last} onChange={({ target }) => setThrough(target.value)} /></label>
        <ClosePeriod from={first ?? last} through={final ?? last} name={periodTexts.other} disabled={!first || !final || isBackwards || isNotOver} />
      </div>
      {(isBackwards || isNotOver) && <p role="alert" className="desk-dense text-warn">{refusals[isBackwards ? "periodEndsBeforeStart" : "periodNotOver"]}</p>}
    </section>
  );
}
