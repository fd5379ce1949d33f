"use client";

import { Download, Upload } from "lucide-react";
import { useState } from "react";
import { DenseButton, denseButtonClass } from "@/components/ui/dense-button";
import type { TargetFilePlan } from "@/lib/protocol/targets";
import { targetTexts } from "@/lib/text/desk-targets";
import { formatCount } from "@/lib/text/moment";
import { FileProblems } from "./file-problems";
import { PlannedTable } from "./planned-table";
import { planFile } from "./plan-file";
import { templateHref } from "./targets-href";
import { useAccept } from "./use-accept";

type Notice = { readonly kind: "done" | "trouble"; readonly text: string };
type Props = { readonly unitId: string; readonly year: number };

/** A file in: chosen, looked at, written. Nothing changes before "Ghi". */
export function TargetImport({ unitId, year }: Props) {
  const [reading, setReading] = useState(false);
  const [notice, setNotice] = useState<Notice>();
  const [looked, setLooked] = useState<{ readonly name: string; readonly plan: TargetFilePlan }>();
  const { busy, problem, accept, forget } = useAccept();

  const read = async (file: File | undefined) => {
    if (!file) return;
    forget();
    setLooked(undefined);
    setNotice(undefined);
    setReading(true);
    const planned = await planFile(file, { unitId, year });
    setReading(false);
    if (planned.ok) setLooked({ name: file.name, plan: planned.value });
    else setNotice({ kind: "trouble", text: planned.error });
  };
  const write = async ({ changes }: TargetFilePlan) => {
    const changedCount = await accept({
      action: "set", year, origin: "import", changes: changes.map(({ unitId: of, indicator, from, to }) => ({ unitId: of, indicator, to, expected: from })),
    });
    if (changedCount === undefined) return;
    setLooked(undefined);
    setNotice({ kind: "done", text: targetTexts.accepted(formatCount(changedCount)) });
  };
  return (
    <>
      <section className="desk-panel target-panel">
        <p className="desk-body">{targetTexts.importAbout}</p>
        <div className="target-actions">
          <label className={`${denseButtonClass(looked ? "second" : "main")} target-choose`}>
            <Upload aria-hidden size={16} />{reading ? targetTexts.reading : targetTexts.choose}
            <input type="file" accept=".xlsx,.csv" disabled={reading || busy} onChange={(event) => { void read(event.target.files?.[0]); event.target.value = ""; }} />
          </label>
          <a className={denseButtonClass()} href={templateHref({ unitId, year })} download><Download aria-hidden size={16} />{targetTexts.template}</a>
          <p role="status" className="desk-dense" data-tone={notice?.kind === "trouble" ? "warn" : undefined}>{notice?.text}</p>
        </div>
      </section>
      {looked && (
        <>
          <section className="desk-panel target-panel">
            <h2 className="desk-head">{targetTexts.plan(looked.name, year)}</h2>
            <p role="status" className="desk-body">{targetTexts.planCounts(formatCount(looked.plan.changes.length), formatCount(looked.plan.unchanged))}</p>
            {looked.plan.changes.length === 0 && <p className="desk-body text-ink-2">{targetTexts.planNothing}</p>}
            {problem && <p role="alert" className="desk-dense text-warn">{problem}</p>}
            <div className="target-actions">
              {looked.plan.changes.length > 0 && <DenseButton look="main" disabled={busy} onClick={() => void write(looked.plan)}>{busy ? targetTexts.saving : targetTexts.accept(formatCount(looked.plan.changes.length))}</DenseButton>}
              <DenseButton disabled={busy} onClick={() => { setLooked(undefined); forget(); }}>{targetTexts.discard}</DenseButton>
            </div>
          </section>
          {looked.plan.problemCount > 0 && <FileProblems plan={looked.plan} />}
          {looked.plan.changes.length > 0 && <PlannedTable title={targetTexts.planCounts(formatCount(looked.plan.changes.length), formatCount(looked.plan.unchanged))} changes={looked.plan.changes} />}
        </>
      )}
    </>
  );
}
