"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Phone, SaveProblem } from "@/lib/phone/phone";
import { consentWithdrawal as text } from "@/lib/text/consent-withdrawal";
import { helpSession } from "@/lib/text/help-session";
import { refusals } from "@/lib/text/refusals";

/** The citizen's way out, at any time and without a network; says first what is destroyed. */
export function WithdrawConsent({ phone, entryId }: { readonly phone: Phone; readonly entryId: string }) {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const withdraw = async () => {
    const saved = await phone.withdrawConsent(entryId);
    if (saved.ok) setAsking(false);
    else setProblem(sentenceOf(saved.error));
  };
  return (
    <>
      <Button look="quiet" className="justify-self-start" onClick={() => setAsking(true)}>
        {text.action}
      </Button>
      <Dialog
        title={text.title}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button look="second" onClick={() => setAsking(false)}>
              {text.keep}
            </Button>
            <Button look="danger" onClick={() => void withdraw()}>
              {text.confirm}
            </Button>
          </>
        }
      >
        <p>{text.erased}</p>
        <p className="mt-2">{text.notCounted}</p>
        <p className="mt-2 text-ink-2">{text.offline}</p>
        {problem && <p role="alert" className="mt-2 font-medium text-bad">{problem}</p>}
      </Dialog>
    </>
  );
}

function sentenceOf(problem: SaveProblem): string {
  return problem.problem === "refused" ? refusals[problem.refusals[0]?.code ?? "unknownOrForbidden"] : helpSession[problem.problem];
}
