"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { Modal } from "@/components/ui/modal";
import { OrganisationChanged, type UnitHistoryRow } from "@/lib/protocol/organisation";
import { sendChange } from "@/lib/protocol/send-change";
import { organisationTexts as texts } from "@/lib/text/organisation";
import { refusals } from "@/lib/text/refusals";
import { dayWords } from "./day-words";

/** The way out of a change that was planned by mistake; asks once. */
export function TakeBack({ row: { id: changeId, kind, from } }: { readonly row: Pick<UnitHistoryRow, "id" | "kind" | "from"> }) {
  const router = useRouter();
  const commandId = useRef<string>(undefined);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const label = texts.takeBackOf(texts.changes[kind], dayWords(from));
  const takeBack = async () => {
    setBusy(true);
    setProblem(undefined);
    commandId.current ??= crypto.randomUUID();
    const answer = await sendChange((url, init) => fetch(url, init), "/api/units", { action: "takeBack", id: commandId.current, changeId }, OrganisationChanged);
    setBusy(false);
    if (!answer.ok) return setProblem(answer.error.code ? refusals[answer.error.code] : texts.unreachable);
    setAsking(false);
    router.refresh();
  };
  return (
    <>
      <DenseButton aria-label={label} onClick={() => setAsking(true)}>{texts.takeBack}</DenseButton>
      {asking && (
        <Modal title={label} onClose={() => setAsking(false)}>
          <p className="desk-body">{texts.takeBackAbout}</p>
          {problem && <p role="alert" className="desk-dense text-warn">{problem}</p>}
          <div className="change-actions change-asked">
            <DenseButton look="main" disabled={busy} onClick={() => void takeBack()}>{busy ? texts.applying : texts.takeBackConfirm}</DenseButton>
            <DenseButton disabled={busy} onClick={() => setAsking(false)}>{texts.cancel}</DenseButton>
          </div>
        </Modal>
      )}
    </>
  );
}
