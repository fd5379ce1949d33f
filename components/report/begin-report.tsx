"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { reportTexts } from "@/lib/text/desk-reports";
import { PointFields } from "./point-fields";
import { reportHref } from "./report-href";
import { sendReport } from "./send-report";
import { usePoint } from "./use-point";

/** A new draft, opened as soon as it is there. `last`: the last day that is over. */
export function BeginReport({ last }: { readonly last: LocalDate }) {
  const router = useRouter();
  const { chosen, choose, point } = usePoint({ kind: "scheme", through: last, asOf: last, treeOn: last, compareWith: "published" });
  const [id] = useState(() => crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const begin = async () => {
    if (!point) return;
    setBusy(true);
    setProblem(undefined);
    const sent = await sendReport({ action: "begin", id, ...point });
    if (sent.ok) return router.push(reportHref(id));
    setBusy(false);
    setProblem(sent.sentence);
  };
  return (
    <form className="desk-panel report-form" aria-label={reportTexts.begin} onSubmit={(event) => { event.preventDefault(); void begin(); }}>
      <h2 className="desk-head">{reportTexts.begin}</h2>
      <PointFields chosen={chosen} choose={choose} last={last} />
      <p className="desk-dense text-ink-2">{reportTexts.asOfHint}</p>
      <div className="report-actions">
        <DenseButton look="main" type="submit" disabled={busy || !point}>{busy ? reportTexts.beginning : reportTexts.begin}</DenseButton>
        {problem && <p role="alert" className="desk-dense text-warn">{problem}</p>}
      </div>
    </form>
  );
}
