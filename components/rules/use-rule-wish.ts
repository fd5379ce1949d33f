"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { RuleApplied, RulePreview, type RuleWish } from "@/lib/protocol/rules";
import { sendChange, type ChangeProblem } from "@/lib/protocol/send-change";
import { ruleTexts } from "@/lib/text/desk-rules";
import { refusals } from "@/lib/text/refusals";

type Looked = { readonly wish: RuleWish; readonly preview: RulePreview; /** Of the change that follows: sent again it is the same one. */ readonly id: string };

const send: typeof fetch = (url, init) => fetch(url, init);
const sentenceOf = ({ code }: ChangeProblem) => (code ? refusals[code] : ruleTexts.unreachable);

/** Looks at what a change would do, then does it; a wish that changes is looked at anew. */
export function useRuleWish() {
  const router = useRouter();
  const [busy, setBusy] = useState<"previewing" | "applying">();
  const [looked, setLooked] = useState<Looked>();
  const [changed, setChanged] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const forget = () => {
    setLooked(undefined);
    setProblem(undefined);
  };
  const preview = async (wish: RuleWish) => {
    forget();
    setBusy("previewing");
    const answer = await sendChange(send, "/api/rules", { action: "preview", wish }, RulePreview);
    setBusy(undefined);
    if (!answer.ok) return setProblem(sentenceOf(answer.error));
    setLooked({ wish, preview: answer.value, id: crypto.randomUUID() });
  };
  const apply = async () => {
    if (!looked) return;
    setProblem(undefined);
    setBusy("applying");
    const { id, wish, preview: { before: seen } } = looked;
    const answer = await sendChange(send, "/api/rules", { action: "apply", id, wish, seen }, RuleApplied);
    setBusy(undefined);
    if (!answer.ok) return setProblem(sentenceOf(answer.error));
    setChanged(answer.value.changedCount);
    router.refresh();
  };
  return { busy, looked, changed, problem, preview, apply, forget };
}
