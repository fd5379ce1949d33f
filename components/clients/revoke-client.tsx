"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { Dialog } from "@/components/ui/dialog";
import { ClientChanged } from "@/lib/protocol/clients";
import { sendChange } from "@/lib/protocol/send-change";
import { clientTexts } from "@/lib/text/desk-clients";
import { refusals } from "@/lib/text/refusals";

/** Takes a key back for good, after asking once. */
export function RevokeClient({ id, name }: { readonly id: string; readonly name: string }) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const revoke = async () => {
    setBusy(true);
    setProblem(undefined);
    const answer = await sendChange((url, init) => fetch(url, init), "/api/clients", { change: "revoke", id }, ClientChanged);
    setBusy(false);
    if (!answer.ok) return setProblem(answer.error.code ? refusals[answer.error.code] : clientTexts.unreachable);
    setAsking(false);
    router.refresh();
  };
  return (
    <>
      <DenseButton aria-label={clientTexts.revokeOf(name)} onClick={() => setAsking(true)}>{clientTexts.revoke}</DenseButton>
      <Dialog
        title={clientTexts.revokeAsk(name)}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <DenseButton look="bad" disabled={busy} onClick={() => void revoke()}>{busy ? clientTexts.revoking : clientTexts.revoke}</DenseButton>
            <DenseButton onClick={() => setAsking(false)}>{clientTexts.back}</DenseButton>
          </>
        }
      >
        <p className="desk-body">{clientTexts.revokeConsequence}</p>
        {problem && <p role="alert" className="mt-2 desk-dense text-warn">{problem}</p>}
      </Dialog>
    </>
  );
}
