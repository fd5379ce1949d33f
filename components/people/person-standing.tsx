"use client";

import { UserCheck, UserX } from "lucide-react";
import { useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { Modal } from "@/components/ui/modal";
import type { PersonPage } from "@/lib/protocol/people";
import { formatCount } from "@/lib/text/moment";
import { peopleTexts as texts } from "@/lib/text/people";
import { sentenceOf, useChange } from "./use-change";

/** Whether somebody may sign in at all. What their phones still hold is said before it is decided. */
export function PersonStanding({ person }: { readonly person: PersonPage }) {
  const [asking, setAsking] = useState(false);
  const { busy, problem, change, forget } = useChange();
  const { id, name, state, unsent, phones } = person;
  const isDisabled = state === "disabled";
  const close = () => {
    setAsking(false);
    forget();
  };
  const go = async () => {
    if (await change({ action: isDisabled ? "enable" : "disable", userId: id })) close();
  };
  const label = isDisabled ? texts.enable : texts.disable;
  const holding = phones.filter((phone) => phone.unsent > 0).length;
  return (
    <>
      <DenseButton look={isDisabled ? "second" : "bad"} onClick={() => setAsking(true)}>
        {isDisabled ? <UserCheck aria-hidden size={16} /> : <UserX aria-hidden size={16} />}{label}
      </DenseButton>
      {asking && (
        <Modal title={isDisabled ? texts.enable : texts.disableTitle(name)} onClose={close}>
          <div className="people-form">
            <p className="desk-body">{isDisabled ? texts.enableAbout : texts.disableAbout}</p>
            {!isDisabled && (unsent > 0
              ? <p className="people-warn">{texts.disableUnsent(formatCount(unsent), formatCount(holding))}</p>
              : <p className="desk-dense text-ink-2">{texts.disableNothing}</p>)}
            {problem && <p role="alert" className="desk-dense text-warn">{sentenceOf(problem)}</p>}
            <div className="people-actions">
              <DenseButton look={isDisabled ? "main" : "bad"} disabled={busy} onClick={() => void go()}>{busy ? texts.saving : label}</DenseButton>
              <DenseButton disabled={busy} onClick={close}>{texts.cancel}</DenseButton>
            </div>
          </div>
        </Modal>
      )}
    </>
  );
}
