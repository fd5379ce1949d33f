"use client";
import { comparisons, reportKinds } from "@/lib/protocol/reports";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { reportTexts } from "@/lib/text/desk-reports";
import type { PointChosen } from "./use-point";

type Props = { readonly chosen: PointChosen; readonly choose: (change: Partial<PointChosen>) => void; /** The last day that is over. */ readonly last: LocalDate };

/** Of which days a report speaks, as known when, under which tree, beside what. */
export function PointFields({ chosen, choose, last }: Props) {
  return (
    <div className="report-fields">
      <label>
        {reportTexts.kind}
        <select value={chosen.kind} onChange={({ target }) => choose({ kind: reportKinds.find((kind) => kind === target.value) ?? "scheme" })}>
          {reportKinds.map((kind) => <option key={kind} value={kind}>{reportTexts.kinds[kind]}</option>)}
        </select>
      </label>
      <label>
        {reportTexts.through}
        <input type="date" required value={chosen.through} max={last} onChange={({ target }) => choose({ through: target.value, treeOn: target.value })} />
      </label>
      <label>
        {reportTexts.asOf}
        <input type="date" required value={chosen.asOf} max={last} onChange={({ target }) => choose({ asOf: target.value })} />
      </label>
      <label>
        {reportTexts.treeOn}
        <input type="date" required value={chosen.treeOn} onChange={({ target }) => choose({ treeOn: target.value })} />
      </label>
      <label>
        {reportTexts.compareWith}
        <select value={chosen.compareWith} onChange={({ target }) => choose({ compareWith: comparisons.find((one) => one === target.value) ?? "published" })}>
          {comparisons.map((one) => <option key={one} value={one}>{reportTexts.comparisons[one]}</option>)}
        </select>
      </label>
    </div>
  );
}
