"use client";

import { Check, CheckCheck, Hand, RotateCcw, X } from "lucide-react";
import { DenseButton } from "@/components/ui/dense-button";
import { reasonsOf, type CheckedKind, type EvidenceReason } from "@/lib/domain/evidence/checked-kind";
import type { CheckRow } from "@/lib/protocol/evidence";
import { checkTexts } from "@/lib/text/desk-checks";
import { evidenceReasonText } from "@/lib/text/desk-police";
import type { CheckNotice } from "./use-checks";

export type PageAction = { readonly label: string; readonly count: number; readonly run: () => void };

/** What keys do, for mouse and finger; the page at once; what became of it and the way back. */
export function CheckBar({
  kind, row, isProposing, isRefusing, notice, secondsToUndo, pageActions, signInPath, onConfirm, onRefuse, onReason, onAccept, onUndo, onAgain, onBack,
}: {
  readonly kind: CheckedKind;
  readonly row: CheckRow | undefined;
  readonly isProposing: boolean;
  readonly isRefusing: boolean;
  readonly notice: CheckNotice | undefined;
  readonly secondsToUndo: number | undefined;
  readonly pageActions: readonly PageAction[];
  readonly signInPath: string;
  readonly onConfirm: () => void;
  readonly onRefuse: () => void;
  readonly onReason: (reason: EvidenceReason) => void;
  readonly onAccept: () => void;
  readonly onUndo: () => void;
  readonly onAgain: () => void;
  readonly onBack: () => void;
}) {
  return (
    <footer className="checks-bar">
      {isRefusing ? (
        <div className="checks-actions" role="group" aria-label={checkTexts.chooseReason}>
          <b className="desk-dense">{checkTexts.chooseReason}</b>
          {reasonsOf[kind].map((reason, index) => (
            <DenseButton key={reason} look="bad" onClick={() => onReason(reason)}>
              <kbd aria-hidden>{index + 1}</kbd>{evidenceReasonText(kind, reason)}
            </DenseButton>
          ))}
          <DenseButton look="bare" onClick={onBack}>{checkTexts.back} <kbd aria-hidden>Esc</kbd></DenseButton>
        </div>
      ) : (
        <div className="checks-actions">
          {row && (
            <>
              <DenseButton look="main" onClick={onConfirm}><Check aria-hidden size={18} />{isProposing ? checkTexts.proposeConfirm : checkTexts.confirm} <kbd aria-hidden>X</kbd></DenseButton>
              <DenseButton look="bad" onClick={onRefuse}><X aria-hidden size={18} />{isProposing ? checkTexts.proposeRefuse : checkTexts.refuse} <kbd aria-hidden>T</kbd></DenseButton>
              {row.proposal && !isProposing && (
                <DenseButton onClick={onAccept}><Hand aria-hidden size={18} />{checkTexts.acceptProposal} <kbd aria-hidden>C</kbd></DenseButton>
              )}
            </>
          )}
          {pageActions.filter(({ count }) => count > 0).map(({ label, run }) => (
            <DenseButton key={label} onClick={run}><CheckCheck aria-hidden size={18} />{label}</DenseButton>
          ))}
        </div>
      )}
      <p role="status" className="checks-notice" data-kind={notice?.kind}>
        {notice?.text}{" "}
        {notice?.signIn && <a href={`/sign-in?next=${signInPath}`} target="_blank" rel="noopener">{checkTexts.signIn}</a>}
      </p>
      {notice?.again && <DenseButton onClick={onAgain}>{checkTexts.again}</DenseButton>}
      {secondsToUndo !== undefined && (
        <DenseButton look="bare" onClick={onUndo}>
          <RotateCcw aria-hidden size={16} />{checkTexts.undo} <span aria-hidden className="tabular-nums">{checkTexts.remaining(secondsToUndo)}</span> <kbd aria-hidden>Z</kbd>
        </DenseButton>
      )}
    </footer>
  );
}
