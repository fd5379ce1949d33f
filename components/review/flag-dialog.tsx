"use client";

import { DenseButton } from "@/components/ui/dense-button";
import type { ReviewedEntry } from "@/lib/protocol/review-queue";
import { decisionTexts } from "@/lib/text/desk-review";
import { EntryFlags } from "./entry-flags";
import { Modal } from "@/components/ui/modal";

/** A flagged entry is confirmed only after one more question, each on its own. */
export function FlagDialog({ entry, onConfirm, onClose }: { readonly entry: ReviewedEntry; readonly onConfirm: () => void; readonly onClose: () => void }) {
  return (
    <Modal title={decisionTexts.askFlagged} onClose={onClose}>
      <p className="desk-body font-semibold">{entry.title}</p>
      <EntryFlags entry={entry} />
      <div className="mt-4 flex flex-wrap gap-2">
        <DenseButton look="main" onClick={onConfirm}>{decisionTexts.confirmAnyway}</DenseButton>
        <DenseButton onClick={onClose}>{decisionTexts.back}</DenseButton>
      </div>
    </Modal>
  );
}
