"use client";
import { useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { Dialog } from "@/components/ui/dialog";
import { invitationTexts } from "@/lib/text/desk-invitations";
import { useChange } from "./use-change";

type Props = { readonly title: string; readonly ids: readonly string[]; readonly open: boolean; readonly onClose: () => void };

/** Asks once before people who ask are refused; what is noted they read on their phones. */
export function RefuseDialog({ title, ids, open, onClose }: Props) {
  const { busy, problem, change } = useChange();
  const [note, setNote] = useState("");
  const refuse = async () => {
    if (await change({ change: "refuseMany", ids: [...ids], ...(note.trim() ? { note } : {}) })) onClose();
  };
  return (
    <Dialog
      title={title}
      open={open}
      onClose={onClose}
      actions={
        <>
          <DenseButton look="bad" disabled={busy} onClick={() => void refuse()}>{busy ? invitationTexts.deciding : invitationTexts.refuse}</DenseButton>
          <DenseButton onClick={onClose}>{invitationTexts.close}</DenseButton>
        </>
      }
    >
      <p className="desk-body">{invitationTexts.refuseConsequence}</p>
      <label className="invitation-note">
        {invitationTexts.note}
        <input type="text" autoComplete="off" maxLength={200} value={note} onChange={({ target }) => setNote(target.value)} />
      </label>
      {problem && <p role="alert" className="desk-dense text-warn">{problem}</p>}
    </Dialog>
  );
}
