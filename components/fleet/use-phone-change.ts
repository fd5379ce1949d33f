"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { PhoneChanged, type ChangePhone } from "@/lib/protocol/phones";
import { sendChange } from "@/lib/protocol/send-change";
import { phoneTexts } from "@/lib/text/phones";
import { refusals } from "@/lib/text/refusals";

/** Sends one change of a phone; every one of them may be sent twice. */
export function usePhoneChange() {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const change = async (wish: ChangePhone): Promise<boolean> => {
    setBusy(true);
    setProblem(undefined);
    const answer = await sendChange((url, init) => fetch(url, init), "/api/phones", wish, PhoneChanged);
    setBusy(false);
    if (answer.ok) router.refresh();
    else setProblem(answer.error.code ? refusals[answer.error.code] : phoneTexts.unreachable);
    return answer.ok;
  };
  return { busy, problem, change };
}
