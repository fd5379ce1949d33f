"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { OrganisationChange } from "@/lib/domain/organisation/organisation-change";
import { OrganisationChanged, OrganisationPreview } from "@/lib/protocol/organisation";
import { sendChange, type ChangeProblem } from "@/lib/protocol/send-change";
import { organisationTexts as texts } from "@/lib/text/organisation";
import { refusals } from "@/lib/text/refusals";

type Looked = { readonly change: OrganisationChange; readonly answer: OrganisationPreview; /** Of the change that follows: sent again it is the same one. */ readonly id: string };

const send: typeof fetch = (url, init) => fetch(url, init);
const sentenceOf = ({ code }: ChangeProblem) => (code ? refusals[code] : texts.unreachable);

/** Looks at what a change would do, then does it; one that is filled in otherwise is looked at anew. */
export function useChange(backTo: string) {
  const router = useRouter();
  const [busy, setBusy] = useState<"previewing" | "applying">();
  const [looked, setLooked] = useState<Looked>();
  const [problem, setProblem] = useState<string>();
  const forget = () => {
    setLooked(undefined);
    setProblem(undefined);
  };
  const preview = async (change: OrganisationChange) => {
    forget();
    setBusy("previewing");
    const answer = await sendChange(send, "/api/units", { action: "preview", change }, OrganisationPreview);
    setBusy(undefined);
    if (!answer.ok) return setProblem(sentenceOf(answer.error));
    setLooked({ change, answer: answer.value, id: crypto.randomUUID() });
  };
  const apply = async () => {
    if (!looked) return;
    setProblem(undefined);
    setBusy("applying");
    const { id, change, answer: { seen } } = looked;
    const answer = await sendChange(send, "/api/units", { action: "apply", id, change, seen }, OrganisationChanged);
    if (answer.ok) {
      router.push(backTo);
      return router.refresh();
    }
    setBusy(undefined);
    setProblem(sentenceOf(answer.error));
  };
  return { busy, looked, problem, preview, apply, forget };
}
