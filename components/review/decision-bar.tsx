"use client";

import { Check, RotateCcw, Undo2, X } from "lucide-react";
import { DenseButton } from "@/components/ui/dense-button";
import type { ReviewAction } from "@/lib/domain/review/lifecycle";
import type { ReviewedEntry } from "@/lib/protocol/review-queue";
import { consentWithdrawal } from "@/lib/text/consent-withdrawal";
import { decisionTexts, reviewDetail } from "@/lib/text/desk-review";
import { conflictSentence, type Notice } from "./notice";

/** The steps that this entry allows this person, what became of the last one, and the way back. */
export function DecisionBar({
  entry,
  busy,
  notice,
  secondsToUndo,
  onAct,
  onConsentWithdrawal,
  onUndo,
}: {
  readonly entry: ReviewedEntry | undefined;
  readonly busy: boolean;
  readonly notice: Notice | undefined;
  readonly secondsToUndo: number | undefined;
  readonly onAct: (action: ReviewAction) => void;
  readonly onConsentWithdrawal: () => void;
  readonly onUndo: () => void;
}) {
  const allowed = (action: ReviewAction) => entry?.actions.includes(action) ?? false;
  return (
    <footer className="review-bar">
      <div className="review-actions">
        {allowed("confirm") && (
          <DenseButton look="main" disabled={busy} onClick={() => onAct("confirm")}>
            <Check aria-hidden size={18} />{busy ? decisionTexts.sending : decisionTexts.confirm} <kbd aria-hidden>D</kbd>
          </DenseButton>
        )}
        {allowed("release") && <DenseButton look="main" disabled={busy} onClick={() => onAct("release")}>{decisionTexts.release}</DenseButton>}
        {allowed("return") && (
          <DenseButton disabled={busy} onClick={() => onAct("return")}>
            <Undo2 aria-hidden size={18} />{decisionTexts.return} <kbd aria-hidden>S</kbd>
          </DenseButton>
        )}
        {allowed("reopen") && <DenseButton disabled={busy} onClick={() => onAct("reopen")}>{decisionTexts.reopen}</DenseButton>}
        {allowed("refuse") && (
          <DenseButton look="bad" disabled={busy} onClick={() => onAct("refuse")}>
            <X aria-hidden size={18} />{decisionTexts.refuse} <kbd aria-hidden>K</kbd>
          </DenseButton>
        )}
        {allowed("overturn") && <DenseButton look="bad" disabled={busy} onClick={() => onAct("overturn")}>{decisionTexts.overturn}</DenseButton>}
      </div>
      <p role="status" className="review-notice" data-kind={notice?.kind}>
        {notice ? sentenceOf(notice, entry) : entry?.actions.length === 0 && decisionTexts.nothingToDecide}
        {notice?.kind === "trouble" && notice.signIn && <a href="/sign-in?next=/desk/review">{decisionTexts.signIn}</a>}
      </p>
      {entry?.mayWithdrawConsent && (
        <DenseButton look="bare" disabled={busy} onClick={onConsentWithdrawal}>{consentWithdrawal.action}</DenseButton>
      )}
      {secondsToUndo !== undefined && (
        <DenseButton look="bare" disabled={busy} onClick={onUndo}>
          <RotateCcw aria-hidden size={16} />{decisionTexts.undo} <span aria-hidden className="tabular-nums">{reviewDetail.remaining(secondsToUndo)}</span> <kbd aria-hidden>Z</kbd>
        </DenseButton>
      )}
    </footer>
  );
}

function sentenceOf(notice: Notice, entry: ReviewedEntry | undefined): string {
  if (notice.kind !== "conflict") return notice.text;
  const readAnew = entry?.id === notice.entryId && entry.version > notice.seenVersion;
  return conflictSentence(readAnew ? entry : undefined);
}
