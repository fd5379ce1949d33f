"use client";

import { Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { Dialog } from "@/components/ui/dialog";
import { deskDevice } from "@/lib/phone/device/desk-device";
import { QuestionsAsked } from "@/lib/protocol/imports";
import { sendChange } from "@/lib/protocol/send-change";
import { reconcileTexts } from "@/lib/text/desk-reconcile";
import { formatCount } from "@/lib/text/moment";
import { refusals } from "@/lib/text/refusals";

/** Reopens confirmed entries at their code, after saying so; the others have the question already. */
export function SendQuestions({ count }: { readonly count: number }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string>();
  const send = async () => {
    setBusy(true);
    const answer = await sendChange((url, init) => fetch(url, init), "/api/imports/questions", { device: deskDevice() }, QuestionsAsked);
    setBusy(false);
    setOpen(false);
    setSaid(answer.ok ? reconcileTexts.sent(formatCount(answer.value.asked)) : answer.error.code ? refusals[answer.error.code] : reconcileTexts.unreachable);
    if (answer.ok) router.refresh();
  };
  return (
    <>
      {count > 0 && <DenseButton look="main" onClick={() => setOpen(true)}><Send aria-hidden size={16} />{reconcileTexts.send(formatCount(count))}</DenseButton>}
      <p role="status" className="desk-dense text-ink-2">{said ?? (count === 0 ? reconcileTexts.onPhones : "")}</p>
      <Dialog
        title={reconcileTexts.send(formatCount(count))} open={open} onClose={() => setOpen(false)}
        actions={
          <>
            <DenseButton look="main" disabled={busy} onClick={() => void send()}>{busy ? reconcileTexts.sending : reconcileTexts.send(formatCount(count))}</DenseButton>
            <DenseButton onClick={() => setOpen(false)}>{reconcileTexts.back}</DenseButton>
          </>
        }
      >
        <p className="desk-body">{reconcileTexts.sendConsequence(formatCount(count))}</p>
      </Dialog>
    </>
  );
}
