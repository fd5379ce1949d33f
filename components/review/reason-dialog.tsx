"use client";

import { useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import type { ReviewReason } from "@/lib/domain/review/lifecycle";
import type { ReviewedEntry } from "@/lib/protocol/review-queue";
import { decisionTexts } from "@/lib/text/desk-review";
import { fieldName, reviewReasonTexts } from "@/lib/text/review-reasons";
import { Modal } from "@/components/ui/modal";
import { fieldOfReason, fieldsOf, reasonsOf } from "./review-fields";
import type { Decision } from "./send-reviews";

export type ReasonedAction = "return" | "refuse" | "reopen" | "overturn";

/** Asks for what the step needs: a reason and a field to send back, a reason to refuse, words to overturn. */
export function ReasonDialog({
  action,
  entry,
  onDecide,
  onClose,
}: {
  readonly action: ReasonedAction;
  readonly entry: ReviewedEntry;
  readonly onDecide: (decision: Pick<Decision, "action" | "reason" | "field" | "note">) => void;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState<ReviewReason>();
  const [field, setField] = useState("");
  const [note, setNote] = useState("");
  const needsReason = action === "return" || action === "refuse";
  const ready = needsReason ? reason !== undefined : note.trim() !== "";

  const choose = (chosen: ReviewReason) => {
    setReason(chosen);
    setField(fieldOfReason(chosen, entry) ?? "");
  };
  return (
    <Modal title={decisionTexts.dialogTitles[action]} onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const pointed = action === "return" && field ? { field } : {};
          onDecide({ action, ...(reason ? { reason } : {}), ...pointed, ...(note.trim() ? { note: note.trim() } : {}) });
        }}
      >
        {needsReason && (
          <fieldset className="flex flex-col gap-1">
            <legend className="desk-dense mb-1 font-semibold">{decisionTexts.reason}</legend>
            {reasonsOf(entry).map((code) => (
              <label key={code} className="review-reason">
                <input type="radio" name="reason" required checked={reason === code} onChange={() => choose(code)} />
                {reviewReasonTexts[code].label}
              </label>
            ))}
          </fieldset>
        )}
        {action === "return" && (
          <label className="flex flex-col gap-1 desk-dense font-semibold">
            {decisionTexts.field}
            <select value={field} onChange={(event) => setField(event.target.value)}>
              <option value="">{decisionTexts.wholeEntry}</option>
              {fieldsOf(entry).map(({ path, extra }) => (
                <option key={path} value={path}>{[fieldName(path), extra].filter(Boolean).join(": ")}</option>
              ))}
            </select>
          </label>
        )}
        <label className="flex flex-col gap-1 desk-dense font-semibold">
          {needsReason ? decisionTexts.note : decisionTexts.noteRequired}
          <textarea rows={3} maxLength={500} value={note} required={!needsReason} onChange={(event) => setNote(event.target.value)} />
          <span className="desk-caption font-normal text-ink-2">{decisionTexts.noteHint}</span>
        </label>
        <div className="flex flex-wrap gap-2">
          <DenseButton type="submit" look="main" disabled={!ready}>{decisionTexts[action]}</DenseButton>
          <DenseButton onClick={onClose}>{decisionTexts.back}</DenseButton>
          {!ready && <span className="desk-caption self-center text-ink-2">{needsReason ? decisionTexts.chooseReason : decisionTexts.noteRequired}</span>}
        </div>
      </form>
    </Modal>
  );
}
