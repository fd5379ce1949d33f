"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { Dialog } from "@/components/ui/dialog";
import { formatDate, type LocalDate } from "@/lib/domain/time/local-date";
import { PeriodClosed } from "@/lib/protocol/periods";
import { sendChange } from "@/lib/protocol/send-change";
import { periodTexts } from "@/lib/text/desk-periods";
import { refusals } from "@/lib/text/refusals";

type Props = { readonly from: LocalDate; readonly through: LocalDate; /** Of the button, for who doesn't see its row. */ readonly name?: string; readonly disabled?: boolean };

/** Closes a period for good, after asking once. */
export function ClosePeriod({ from, through, name, disabled = false }: Props) {
  const router = useRouter();
  const [asking, setAsking] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const close = async () => {
    setBusy(true);
    setProblem(undefined);
    const answer = await sendChange((url, init) => fetch(url, init), "/api/periods", { id: asking, from, through }, PeriodClosed);
    setBusy(false);
    if (!answer.ok) return setProblem(answer.error.code ? refusals[answer.error.code] : periodTexts.unreachable);
    setAsking(undefined);
    router.refresh();
  };
  return (
    <>
      <DenseButton aria-label={name} disabled={disabled} onClick={() => setAsking(crypto.randomUUID())}>{periodTexts.close}</DenseButton>
      <Dialog
        title={periodTexts.closeAsk(periodTexts.days(formatDate(from), formatDate(through)))}
        open={asking !== undefined}
        onClose={() => setAsking(undefined)}
        actions={
          <>
            <DenseButton look="main" disabled={busy} onClick={() => void close()}>{busy ? periodTexts.closing : periodTexts.close}</DenseButton>
            <DenseButton onClick={() => setAsking(undefined)}>{periodTexts.back}</DenseButton>
          </>
        }
      >
        <p className="desk-body">{periodTexts.closeConsequence}</p>
        {problem && <p role="alert" className="mt-2 desk-dense text-warn">{problem}</p>}
      </Dialog>
    </>
  );
}
