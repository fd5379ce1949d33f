"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { Dialog } from "@/components/ui/dialog";
import { CampaignChanged } from "@/lib/protocol/campaigns";
import { sendChange } from "@/lib/protocol/send-change";
import { campaignTexts } from "@/lib/text/desk-campaigns";
import { refusals } from "@/lib/text/refusals";

/** Ends a campaign before its last day, after asking once. */
export function CloseCampaign({ id }: { readonly id: string }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const close = async () => {
    setBusy(true);
    const answer = await sendChange((url, init) => fetch(url, init), "/api/campaigns", { action: "close", id }, CampaignChanged);
    setBusy(false);
    if (!answer.ok) return setProblem(answer.error.code ? refusals[answer.error.code] : campaignTexts.unreachable);
    setOpen(false);
    router.refresh();
  };
  return (
    <>
      <DenseButton look="bad" onClick={() => setOpen(true)}>{campaignTexts.close}</DenseButton>
      <Dialog
        title={campaignTexts.closeAsk}
        open={open}
        onClose={() => setOpen(false)}
        actions={
          <>
            <DenseButton look="bad" disabled={busy} onClick={() => void close()}>{campaignTexts.close}</DenseButton>
            <DenseButton onClick={() => setOpen(false)}>{campaignTexts.back}</DenseButton>
          </>
        }
      >
        <p className="desk-body">{campaignTexts.closeConsequence}</p>
        {problem && <p role="alert" className="mt-2 desk-dense text-warn">{problem}</p>}
      </Dialog>
    </>
  );
}
