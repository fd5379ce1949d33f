"use client";

import { useState } from "react";
import { evidenceSources, type EvidenceSource } from "@/lib/domain/report/standing";
import { RuleChange, type RuleState } from "@/lib/domain/rules/rule-change";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { RuleUnit } from "@/lib/protocol/rules";
import { ruleTexts } from "@/lib/text/desk-rules";
import { UnitChoice } from "./unit-choice";

type Props = { readonly now: RuleState; readonly units: readonly RuleUnit[]; readonly today: LocalDate; /** Undefined while what is filled in is no change. */ readonly onChange: (change: RuleChange | undefined) => void };

/** What one rule asks for, filled with what it says now. */
export function RuleFields({ now, units, today, onChange }: Props) {
  const say = (change: object) => onChange(RuleChange.safeParse(change).data);
  switch (now.rule) {
    case "schemeStart": return <DayField label={ruleTexts.day} initial={now.date} onChange={(date) => say({ rule: now.rule, date })} />;
    case "windowFrom": return <DayField label={ruleTexts.day} initial={now.spans.at(-1)?.value ?? today} onChange={(date) => say({ rule: now.rule, indicator: now.indicator, date })} />;
    case "futureTolerance": return (
      <label className="rule-field">
        {ruleTexts.days}
        <input type="number" min={0} max={366} defaultValue={now.days} onChange={({ target }) => say({ rule: now.rule, days: target.valueAsNumber })} />
      </label>
    );
    case "unitsNotAllowed": return <UnitChoice initial={now.unitIds} units={units} onChange={(unitIds) => say({ rule: now.rule, unitIds })} />;
    case "evidence": return <EvidenceFields now={now} today={today} onChange={(source, from) => say({ rule: now.rule, indicator: now.indicator, source, from })} />;
  }
}

function DayField({ label, initial, onChange }: { readonly label: string; readonly initial: string; readonly onChange: (day: string) => void }) {
  return (
    <label className="rule-field">
      {label}
      <input type="date" defaultValue={initial} onChange={({ target }) => onChange(target.value)} />
    </label>
  );
}

function EvidenceFields({ now, today, onChange }: {
  readonly now: Extract<RuleState, { rule: "evidence" }>;
  readonly today: LocalDate;
  readonly onChange: (source: EvidenceSource, from: string) => void;
}) {
  const [source, setSource] = useState<EvidenceSource>(now.spans.at(-1)?.value ?? "register");
  const [from, setFrom] = useState<string>(today);
  return (
    <>
      <label className="rule-field">
        {ruleTexts.source}
        <select value={source} onChange={({ target }) => { const chosen = target.value as EvidenceSource; setSource(chosen); onChange(chosen, from); }}>
          {evidenceSources.map((one) => <option key={one} value={one}>{ruleTexts.sources[one]}</option>)}
        </select>
      </label>
      <DayField label={ruleTexts.fromDay} initial={from} onChange={(day) => { setFrom(day); onChange(source, day); }} />
    </>
  );
}
