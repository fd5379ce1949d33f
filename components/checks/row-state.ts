import type { EvidenceReason } from "@/lib/domain/evidence/checked-kind";
import type { RefusalCode } from "@/lib/domain/refusal";
import type { CheckRow, EvidenceDecision } from "@/lib/protocol/evidence";

/** What became of the last decision about a row on this page. */
export type RowState = {
  readonly verdict: "confirmed" | "refused";
  readonly reason?: EvidenceReason;
  readonly step: "sending" | "done" | "unsent" | "refused";
  readonly code?: RefusalCode;
};
export type RowStates = ReadonlyMap<string, RowState>;

export type Word = { readonly verdict: "confirmed" | "refused"; readonly reason?: EvidenceReason };

/** A decision on its way, with the row it is about. */
export type Queued = { readonly row: CheckRow; readonly decision: EvidenceDecision };

/** Rows that nothing was said about, or that were not taken, are still to be decided. */
export function isOpenRow(row: CheckRow, states: RowStates): boolean {
  const state = states.get(row.outcomeId);
  return state === undefined ? row.said === undefined : state.step === "unsent";
}

/** The decision as it travels; a word that stands is replaced knowingly. */
export function decisionOf(id: string, row: CheckRow, { verdict, reason }: Word, over: string | undefined): EvidenceDecision {
  return { id, outcomeId: row.outcomeId, revision: row.revision, verdict, ...(reason ? { reason } : {}), ...(over ? { over } : {}) };
}
