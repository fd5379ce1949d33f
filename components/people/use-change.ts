"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { newId } from "@/lib/phone/device/desk-device";
import { PeopleChanged, type PeopleWish } from "@/lib/protocol/people";
import { sendChange, type ChangeProblem } from "@/lib/protocol/send-change";
import { peopleTexts } from "@/lib/text/people";
import { refusals } from "@/lib/text/refusals";

/** Sends one change of a person. Sent again, where nobody knows whether it arrived, it is the same change. */
export function useChange() {
  const router = useRouter();
  const sent = useRef<{ readonly text: string; readonly id: string }>(undefined);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ChangeProblem>();
  const change = async (wish: PeopleWish): Promise<PeopleChanged | undefined> => {
    setBusy(true);
    setProblem(undefined);
    const text = JSON.stringify(wish);
    if (sent.current?.text !== text) sent.current = { text, id: newId() };
    const answer = await sendChange((url, init) => fetch(url, init), "/api/people", { ...wish, id: sent.current.id }, PeopleChanged);
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer.error);
      return undefined;
    }
    sent.current = undefined;
    router.refresh();
    return answer.value;
  };
  return { busy, problem, change, forget: () => setProblem(undefined) };
}

/** The sentence about what kept a change from being done. */
export function sentenceOf({ code }: ChangeProblem): string {
  return code ? refusals[code] : peopleTexts.unreachable;
}

/** The same where it is about this field. */
export function problemAt(field: string, problem: ChangeProblem | undefined): string | undefined {
  return problem?.field === field ? sentenceOf(problem) : undefined;
}
