"use client";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { Dialog } from "@/components/ui/dialog";
import { reportTexts } from "@/lib/text/desk-reports";
import { sendReport } from "./send-report";

type Props = { readonly id: string; readonly version: number; /** Why it can't be published yet. */ readonly blocked?: string | undefined };

/** Asks for the number once, and freezes the report. */
export function PublishReport({ id, version, blocked }: Props) {
  const router = useRouter();
  const field = useId();
  const [asking, setAsking] = useState(false);
  const [number, setNumber] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const publish = async () => {
    setBusy(true);
    setProblem(undefined);
    const sent = await sendReport({ action: "publish", id, expectedVersion: version, number: number.trim() });
    setBusy(false);
    if (!sent.ok) return setProblem(sent.sentence);
    setAsking(false);
    router.refresh();
  };
  return (
    <>
      <DenseButton look="second" onClick={() => setAsking(true)}>{reportTexts.publish}</DenseButton>
      <Dialog
        title={reportTexts.publishTitle} open={asking} onClose={() => setAsking(false)}
        actions={
          <>
            <DenseButton look="main" disabled={busy || blocked !== undefined || number.trim() === ""} onClick={() => void publish()}>{busy ? reportTexts.publishing : reportTexts.publish}</DenseButton>
            <DenseButton onClick={() => setAsking(false)}>{reportTexts.goBack}</DenseButton>
          </>
        }
      >
        <p className="desk-body">{reportTexts.publishConsequence}</p>
        <label htmlFor={field} className="mt-3 block font-semibold">{reportTexts.publishNumber}</label>
        <input
          id={field} type="text" autoComplete="off" maxLength={30} value={number} aria-describedby={`${field}-hint`} className="report-number"
          onChange={({ target }) => setNumber(target.value)}
          // In the form of the editor, whose own button saves.
          onKeyDown={(event) => { if (event.key === "Enter") event.preventDefault(); }}
        />
        <p id={`${field}-hint`} className="desk-dense text-ink-2">{reportTexts.publishNumberHint}</p>
        {(blocked ?? problem) && <p role="alert" className="mt-2 desk-dense text-warn">{blocked ?? problem}</p>}
      </Dialog>
    </>
  );
}
