import { ArrowUp, Hand, ShieldCheck, ShieldX, TriangleAlert } from "lucide-react";
import { Mark } from "@/components/ui/mark";
import type { CheckedKind } from "@/lib/domain/evidence/checked-kind";
import type { CheckRow } from "@/lib/protocol/evidence";
import { checkTexts } from "@/lib/text/desk-checks";
import { evidenceReasonText } from "@/lib/text/desk-police";
import { refusals } from "@/lib/text/refusals";
import type { RowState, Word } from "./row-state";

/** What was said of a row: just now, before, or by a helper who waits for a verifier. */
export function VerdictMark({ row, state, isProposing }: { readonly row: CheckRow; readonly state: RowState | undefined; readonly isProposing: boolean }) {
  if (state?.step === "refused") return <Mark icon={TriangleAlert} tone="warn">{checkTexts.notTaken}: {refusals[state.code ?? "serverFault"]}</Mark>;
  if (state?.step === "sending") return <Mark icon={ArrowUp} tone="brand">{checkTexts.sending}</Mark>;
  if (state?.step === "unsent") return <Mark icon={TriangleAlert} tone="warn">{checkTexts.notTaken}</Mark>;
  if (state) return <Said kind={row.kind} word={state} isProposal={isProposing} />;
  if (row.said) return <Said kind={row.kind} word={row.said} isProposal={false} />;
  if (!row.proposal) return null;
  return (
    <>
      <Said kind={row.kind} word={row.proposal} isProposal />
      {!row.proposal.mine && <span className="block text-[0.8125rem]/[1.125rem] text-ink-2">{checkTexts.by(row.proposal.helperName)}</span>}
    </>
  );
}

function Said({ kind, word: { verdict, reason }, isProposal }: { readonly kind: CheckedKind; readonly word: Word; readonly isProposal: boolean }) {
  const why = reason ? `: ${evidenceReasonText(kind, reason)}` : "";
  if (isProposal) return <Mark icon={Hand} tone="brand">{verdict === "confirmed" ? checkTexts.proposedConfirmed : checkTexts.proposedRefused}{why}</Mark>;
  return verdict === "confirmed"
    ? <Mark icon={ShieldCheck} tone="ok">{checkTexts.confirmed}</Mark>
    : <Mark icon={ShieldX} tone="bad">{checkTexts.refused}{why}</Mark>;
}
