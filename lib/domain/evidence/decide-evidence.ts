import type { RefusalCode } from "../refusal";
import { err, ok, type Result } from "../result";
import { isReasonOf, type CheckedKind, type EvidenceReason } from "./checked-kind";

/** What somebody says of an outcome; `withdrawn` takes the own last word back. */
export const verdicts = ["confirmed", "refused", "withdrawn"] as const;
export type Verdict = (typeof verdicts)[number];

/** A little more than the 60 seconds of the screen, for the network's sake. */
export const undoSeconds = 75;

export type EvidenceDecision = {
  readonly revision: number;
  readonly verdict: Verdict;
  readonly reason?: EvidenceReason | undefined;
  /** The word that was read and is replaced, by its id; none where nobody had said anything. */
  readonly over?: string | undefined;
};

/** The outcome as it is now. */
export type DecidedOutcome = {
  readonly kind: CheckedKind;
  readonly revision: number;
  /** Confirmed by the leader, not removed, and its evidence rule asks for people. */
  readonly isOpen: boolean;
  /** The newest word of this source about this revision, unless it was withdrawn. `by` said it. */
  readonly standing?: { readonly id: string; readonly by: string; readonly at: string };
};

/**
 * May this be said now? Refuses with `versionConflict` when another revision, status or word came in between, with
 * `reasonMissing` for a refusal without one of the kind's reasons, and with `undoTooLate`.
 */
export function checkDecision(
  outcome: DecidedOutcome,
  { revision, verdict, reason, over }: EvidenceDecision,
  { userId, now }: { readonly userId: string; readonly now: string },
): Result<undefined, RefusalCode> {
  if (!outcome.isOpen || outcome.revision !== revision || outcome.standing?.id !== over) return err("versionConflict");
  if (verdict === "refused" && !isReasonOf(outcome.kind, reason)) return err("reasonMissing");
  if (verdict === "withdrawn") {
    if (outcome.standing?.by !== userId) return err("versionConflict");
    if (Date.parse(now) - Date.parse(outcome.standing.at) > undoSeconds * 1000) return err("undoTooLate");
  }
  return ok(undefined);
}
