"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { Dialog } from "@/components/ui/dialog";
import { reportTexts } from "@/lib/text/desk-reports";
import { reportsHref } from "./report-href";
import { sendReport } from "./send-report";

/** Throws a draft away, after asking once. */
export function DiscardDraft({ id, version }: { readonly id: string; readonly version: number }) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const discard = async () => {
    const sent = await sendReport({ action: "discard", id, expectedVersion: version });
    if (!sent.ok) return setProblem(sent.sentence);
    router.push(reportsHref);
    router.refresh();
  };
  return (
    <>
      <DenseButton look="bad" className="ml-auto" onClick={() => setAsking(true)}>{reportTexts.discard}</DenseButton>
      <Dialog
        title={reportTexts.discardTitle} open={asking} onClose={() => setAsking(false)}
        actions={
          <>
            <DenseButton look="bad" onClick={() => void discard()}>{reportTexts.discard}</DenseButton>
            <DenseButton onClick={() => setAsking(false)}>{reportTexts.goBack}</DenseButton>
          </>
        }
      >
        <p className="desk-body">{reportTexts.discardConsequence}</p>
        {problem && <p role="alert" className="mt-2 desk-dense text-warn">{problem}</p>}
      </Dialog>
    </>
  );
}
