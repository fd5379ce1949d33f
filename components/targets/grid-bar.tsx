"use client";

import { DenseButton } from "@/components/ui/dense-button";
import type { TargetRule } from "@/lib/domain/targets/target-value";
import { targetTexts } from "@/lib/text/desk-targets";
import { formatCount } from "@/lib/text/moment";
import type { useTargetDrafts } from "./use-target-drafts";

type Props = {
  readonly typed: ReturnType<typeof useTargetDrafts>;
  /** Those that some cell may follow. */
  readonly rules: readonly TargetRule[];
  readonly onFollow: (rule: TargetRule) => void;
  readonly onFollowAgain: () => void;
  readonly staleCount: number;
};

/** Stays in sight below the grid: how much is not saved yet, and what fills a whole column. */
export function GridBar({ typed: { busy, changedCount, wrongCount, isDirty, notice, save, reset }, rules, onFollow, onFollowAgain, staleCount }: Props) {
  const state = notice && !wrongCount && (notice.kind === "trouble" || changedCount === 0 || busy) ? notice.text
    : [changedCount > 0 && targetTexts.changed(formatCount(changedCount)), wrongCount > 0 && targetTexts.wrongCells(formatCount(wrongCount))].filter(Boolean).join(", ") || targetTexts.noChanges;
  return (
    <div className="target-bar">
      <DenseButton look="main" disabled={busy || changedCount === 0 || wrongCount > 0} onClick={() => void save()}>{busy ? targetTexts.saving : targetTexts.save}</DenseButton>
      {isDirty && !busy && <DenseButton onClick={reset}>{targetTexts.reset}</DenseButton>}
      <p role="status" className="desk-dense" data-tone={notice?.kind === "trouble" || wrongCount > 0 ? "warn" : undefined}>{state}</p>
      <span className="target-fill">
        {staleCount > 0 && <DenseButton disabled={busy} onClick={onFollowAgain}>{targetTexts.ruleAgain(formatCount(staleCount))}</DenseButton>}
        {rules.map((rule) => <DenseButton key={rule} disabled={busy} onClick={() => onFollow(rule)}>{targetTexts.ruleAll[rule]}</DenseButton>)}
      </span>
    </div>
  );
}
