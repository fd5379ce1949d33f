"use client";

import { DenseButton } from "@/components/ui/dense-button";
import type { ReviewedEntry } from "@/lib/protocol/review-queue";
import { consentWithdrawal as text } from "@/lib/text/consent-withdrawal";
import { Modal } from "@/components/ui/modal";

/** A citizen came to the leader instead of the volunteer; says first what is destroyed. */
export function ConsentWithdrawal({ entry, onWithdraw, onClose }: { readonly entry: ReviewedEntry; readonly onWithdraw: () => void; readonly onClose: () => void }) {
  return (
    <Modal title={text.title} onClose={onClose}>
      <p className="desk-body font-semibold">{entry.title}</p>
      <p className="mt-2 desk-body">{text.erased}</p>
      <p className="mt-2 desk-body">{text.notCounted}</p>
      <div className="mt-4 flex flex-wrap gap-2">
        <DenseButton onClick={onClose}>{text.keep}</DenseButton>
        <DenseButton look="bad" onClick={onWithdraw}>{text.confirm}</DenseButton>
      </div>
    </Modal>
  );
}
