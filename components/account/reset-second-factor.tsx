"use client";
import { useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { Dialog } from "@/components/ui/dialog";
import { SecondFactorWasReset } from "@/lib/protocol/account";
import { sendChange } from "@/lib/protocol/send-change";
import { accountText } from "@/lib/text/account";
import { sentenceOf } from "./use-account-change";

/** Lets somebody in again who lost the authenticator, after asking once. For the pages of people. */
export function ResetSecondFactor({ personId, name }: { readonly personId: string; readonly name: string }) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [done, setDone] = useState(false);
  const text = accountText.reset;
  const reset = async () => {
    setBusy(true);
    setProblem(undefined);
    const answer = await sendChange((url, init) => fetch(url, init), "/api/account/reset", { id: personId }, SecondFactorWasReset);
    setBusy(false);
    if (!answer.ok) return setProblem(answer.error.code === "notAllowedInThisState" ? text.notSet : sentenceOf(answer.error.code));
    setAsking(false);
    setDone(true);
  };
  return (
    <>
      {!done && <DenseButton onClick={() => setAsking(true)}>{text.action}</DenseButton>}
      <p role="status" className="desk-body text-ok">{done && text.done}</p>
      <Dialog
        title={text.ask(name)}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <DenseButton look="bad" disabled={busy} onClick={() => void reset()}>{busy ? text.busy : text.action}</DenseButton>
            <DenseButton onClick={() => setAsking(false)}>{accountText.cancel}</DenseButton>
          </>
        }
      >
        <p className="desk-body">{text.consequence}</p>
        {problem && <p role="alert" className="mt-2 desk-dense text-warn">{problem}</p>}
      </Dialog>
    </>
  );
}
