"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { PointAsked } from "@/lib/protocol/reports";
import { reportTexts } from "@/lib/text/desk-reports";
import { PointFields } from "./point-fields";
import { sendReport } from "./send-report";
import { usePoint } from "./use-point";

type Props = { readonly id: string; readonly version: number; readonly point: PointAsked; readonly last: LocalDate };

/** Other days, or the same with what is known by now: the paragraphs from the data follow. */
export function ChangePoint({ id, version, point: stored, last }: Props) {
  const router = useRouter();
  const { chosen, choose, point } = usePoint(stored);
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState<{ readonly ok: boolean; readonly text: string }>();
  const change = async () => {
    if (!point) return;
    setBusy(true);
    setNotice(undefined);
    const sent = await sendReport({ action: "setPoint", id, expectedVersion: version, ...point });
    setBusy(false);
    setNotice(sent.ok ? { ok: true, text: reportTexts.pointChanged } : { ok: false, text: sent.sentence });
    router.refresh();
  };
  return (
    <details className="desk-panel report-form">
      <summary className="desk-head">{reportTexts.changePoint}</summary>
      <form onSubmit={(event) => { event.preventDefault(); void change(); }}>
        <PointFields chosen={chosen} choose={choose} last={last} />
        <p className="desk-dense text-ink-2">{reportTexts.asOfHint}</p>
        <DenseButton type="submit" disabled={busy || !point}>{busy ? reportTexts.drawing : reportTexts.applyPoint}</DenseButton>
      </form>
      <p role="status" className={`desk-dense ${notice?.ok === false ? "text-warn" : "text-ink-2"}`}>{notice?.text}</p>
    </details>
  );
}
