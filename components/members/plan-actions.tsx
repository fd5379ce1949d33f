"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { ImportState } from "@/lib/protocol/imports";
import { sendChange } from "@/lib/protocol/send-change";
import { memberImportTexts as texts } from "@/lib/text/desk-members";
import { refusals } from "@/lib/text/refusals";

/** From here on it is written, or nothing stays. `discardsOnly`: it can't be written any more. */
export function PlanActions({ id, note, discardsOnly = false }: { readonly id: string; readonly note?: string | undefined; readonly discardsOnly?: boolean }) {
  const router = useRouter();
  const [busy, setBusy] = useState<"accept" | "cancel">();
  const [problem, setProblem] = useState<string>();
  const change = async (action: "accept" | "cancel") => {
    setBusy(action);
    setProblem(undefined);
    const answer = await sendChange((url, init) => fetch(url, init), "/api/imports", { action, id }, ImportState);
    setBusy(undefined);
    if (!answer.ok) {
      const { code } = answer.error;
      return setProblem(code === "versionConflict" ? texts.outdated : code ? refusals[code] : texts.unreachable);
    }
    if (action === "cancel") router.push("/desk/members/import");
    router.refresh();
  };
  return (
    <div className="member-bar">
      <p role="status" className={`desk-dense ${problem ? "text-warn" : "text-ink-2"}`}>{busy === "accept" ? texts.accepting : (problem ?? note)}</p>
      <DenseButton className="ml-auto" disabled={busy !== undefined} onClick={() => void change("cancel")}>{texts.discard}</DenseButton>
      {!discardsOnly && <DenseButton look="main" disabled={busy !== undefined} onClick={() => void change("accept")}>{texts.accept}</DenseButton>}
    </div>
  );
}
