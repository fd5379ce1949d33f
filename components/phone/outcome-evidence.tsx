import { evidenceLooks } from "@/components/evidence/evidence-looks";
import { StateMark } from "@/components/ui/state-mark";
import { statusesOfStage } from "@/lib/domain/report/contributions";
import type { EntryStatus } from "@/lib/domain/review/lifecycle";
import type { OutcomeOnPhone } from "@/lib/phone/entries/entry-on-phone";
import { evidenceMeanings, evidenceReasonNames, evidenceText, type EvidenceState } from "@/lib/text/evidence";

type Props = { readonly outcome: OutcomeOnPhone; readonly status: EntryStatus; readonly now: string };

/** How the evidence of an outcome stands, and what that means; nothing where it counts for nothing. */
export function OutcomeEvidence({ outcome, status, now }: Props) {
  const state = evidenceStateOf(outcome, status);
  if (!state) return null;
  const meaning = [outcome.reason && `${evidenceReasonNames[outcome.reason]}.`, evidenceMeanings[state]].filter(Boolean).join(" ");
  return (
    <>
      <StateMark {...evidenceLooks[state]} label={evidenceText(state, "full", outcome.since, now)} wraps />
      {meaning && <span className="block text-small text-ink-2">{meaning}</span>}
    </>
  );
}

const standing = new Set(statusesOfStage("recorded"));

/** Undefined where there is nothing to match: it counts for nothing, or its entry doesn't stand. */
export function evidenceStateOf({ standing: said, indicators }: OutcomeOnPhone, status: EntryStatus): EvidenceState | undefined {
  return said ?? (indicators.length > 0 && standing.has(status) ? "unchecked" : undefined);
}
