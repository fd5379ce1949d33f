"use client";
import { useState } from "react";
import type { RefusalCode } from "@/lib/domain/refusal";
import { AccountChanged, type ChangeAccount } from "@/lib/protocol/account";
import { sendChange } from "@/lib/protocol/send-change";
import { accountText } from "@/lib/text/account";
import { refusals } from "@/lib/text/refusals";

export type AccountProblem = { readonly sentence: string; readonly code?: RefusalCode; readonly field?: string };

/** Sends one change of the own account at a time; what went wrong stays until the next. */
export function useAccountChange() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<AccountProblem>();
  const send = async (change: ChangeAccount): Promise<AccountChanged | undefined> => {
    setBusy(true);
    setProblem(undefined);
    const answer = await sendChange((url, init) => fetch(url, init), "/api/account", change, AccountChanged);
    setBusy(false);
    if (answer.ok) return answer.value;
    setProblem({ ...answer.error, sentence: sentenceOf(answer.error.code) });
    return undefined;
  };
  return { busy, problem, send };
}

export function sentenceOf(code: RefusalCode | undefined): string {
  if (code === undefined) return accountText.unreachable;
  return code === "tooManyRequests" ? accountText.throttled : refusals[code];
}
