import { useRouter } from "next/navigation";
import { useState } from "react";
import { ImportState } from "@/lib/protocol/imports";
import { sendChange } from "@/lib/protocol/send-change";
import { reconcileTexts } from "@/lib/text/desk-reconcile";
import { refusals } from "@/lib/text/refusals";

/** Accepts or cancels an import; the page is made anew afterwards. */
export function useImportChange(id: string) {
  const router = useRouter();
  const [busy, setBusy] = useState<"accept" | "cancel">();
  const [problem, setProblem] = useState<string>();
  const change = async (action: "accept" | "cancel", next?: string) => {
    setBusy(action);
    setProblem(undefined);
    const answer = await sendChange((url, init) => fetch(url, init), "/api/imports", { action, id }, ImportState);
    if (!answer.ok) {
      const { code } = answer.error;
      setProblem(code === "versionConflict" ? reconcileTexts.outdated : code ? refusals[code] : reconcileTexts.unreachable);
      setBusy(undefined);
    } else if (next) router.push(next);
    router.refresh();
    if (answer.ok && !next && answer.value.status !== "accepting") setBusy(undefined);
  };
  return { busy, problem, change };
}
