"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { InvitationsChanged, type ChangeInvitations } from "@/lib/protocol/invitations";
import { sendChange } from "@/lib/protocol/send-change";
import { invitationTexts } from "@/lib/text/desk-invitations";
import { refusals } from "@/lib/text/refusals";

/** Sends one change and shows the page anew; undefined when nothing was changed, and `problem` says why. */
export function useChange() {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const change = async (wanted: ChangeInvitations): Promise<InvitationsChanged | undefined> => {
    setBusy(true);
    setProblem(undefined);
    const answer = await sendChange((url, init) => fetch(url, init), "/api/invitations", wanted, InvitationsChanged);
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer.error.code ? refusals[answer.error.code] : invitationTexts.unreachable);
      return undefined;
    }
    router.refresh();
    return answer.value;
  };
  return { busy, problem, change };
}
