"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { TargetsChanged, type ChangeTargets } from "@/lib/protocol/targets";
import { sendChange } from "@/lib/protocol/send-change";
import { targetTexts } from "@/lib/text/desk-targets";
import { refusals } from "@/lib/text/refusals";

type Wish = ChangeTargets extends infer Each ? (Each extends { id: string } ? Omit<Each, "id"> : never) : never;

/** Sends what was looked at. Sent again, where nobody knows whether it arrived, it is the same change. */
export function useAccept() {
  const router = useRouter();
  const id = useRef<string>(undefined);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  /** @returns how many cells were changed; undefined where it was refused or nobody answered */
  const accept = async (wish: Wish): Promise<number | undefined> => {
    setBusy(true);
    setProblem(undefined);
    id.current ??= crypto.randomUUID();
    const answer = await sendChange((url, init) => fetch(url, init), "/api/targets", { ...wish, id: id.current }, TargetsChanged);
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer.error.code ? refusals[answer.error.code] : targetTexts.unreachable);
      return undefined;
    }
    id.current = undefined;
    router.refresh();
    return answer.value.changedCount;
  };
  return { busy, problem, accept, forget: () => { id.current = undefined; setProblem(undefined); } };
}
