import { useRouter } from "next/navigation";
import { useState } from "react";
import { parseCampaign } from "@/lib/domain/household/campaign";
import type { Refusal } from "@/lib/domain/refusal";
import { newId } from "@/lib/phone/device/desk-device";
import { CampaignChanged, type CampaignForm } from "@/lib/protocol/campaigns";
import { sendChange } from "@/lib/protocol/send-change";
import { campaignTexts } from "@/lib/text/desk-campaigns";
import { refusals } from "@/lib/text/refusals";
import { campaignHref } from "./campaign-href";
import { draftOf, planOf, type PlanDraft } from "./plan-draft";

/** What is being planned, checked by the domain and saved. What one types outlives every refusal. */
export function useCampaignForm(form: CampaignForm) {
  const router = useRouter();
  const [draft, setDraft] = useState<PlanDraft>(() => draftOf(form, ""));
  const [problems, setProblems] = useState<readonly Refusal[]>([]);
  const [trouble, setTrouble] = useState<{ readonly text: string; readonly signIn: boolean }>();
  const [saving, setSaving] = useState(false);

  const save = async () => {
    const plan = planOf({ ...draft, id: draft.id || newId() }) as { id: string };
    setDraft((before) => ({ ...before, id: plan.id }));
    setTrouble(undefined);
    const parsed = parseCampaign(plan);
    setProblems(parsed.ok ? [] : parsed.error);
    if (!parsed.ok) return;
    setSaving(true);
    const answer = await sendChange((url, init) => fetch(url, init), "/api/campaigns", { action: "save", plan: parsed.value }, CampaignChanged);
    setSaving(false);
    if (answer.ok) {
      router.push(campaignHref(answer.value.id));
      return router.refresh();
    }
    const { code, field } = answer.error;
    if (code && field) return setProblems([{ code, field }]);
    setTrouble({ text: code ? refusals[code] : campaignTexts.unreachable, signIn: code === "notSignedIn" });
  };

  return {
    draft,
    problems,
    trouble,
    saving,
    save,
    change: (changes: Partial<PlanDraft>) => {
      setDraft((before) => ({ ...before, ...changes }));
      setProblems((before) => before.filter(({ field }) => !Object.keys(changes).some((key) => field === key || field?.startsWith(`${key}.`))));
    },
    /** The sentence at a field, while there is one. */
    problemAt: (field: string) => {
      const found = problems.find((problem) => problem.field === field);
      return found && refusals[found.code];
    },
  };
}
