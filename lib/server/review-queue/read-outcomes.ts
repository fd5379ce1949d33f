import "server-only";
import type { OutcomeKind } from "@/lib/domain/entry/outcome";
import type { NotCountedReason } from "@/lib/domain/refusal";
import type { EvidenceVerdict, ReviewedOutcome } from "@/lib/protocol/review-queue";
import type { Transaction } from "@/lib/server/database/with-actor";

type Row = {
  readonly id: string;
  readonly kind: OutcomeKind;
  readonly service: string | null;
  readonly serviceName: string | null;
  readonly dossierCode: string | null;
  readonly channel: "online" | "paper" | null;
  readonly paidOnline: boolean | null;
  readonly notCounted: NotCountedReason | null;
  /** `source:verdict`, newest first. */
  readonly evidence: readonly string[];
};

/** Outcomes as they stand now, each with what the newest evidence about its current revision says. */
export async function readOutcomes(tx: Transaction, entryId: string): Promise<ReviewedOutcome[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select outcome.id, outcome.kind, outcome.service, service.name as "serviceName", outcome.dossier_code as "dossierCode",
           outcome.channel, outcome.paid_online as "paidOnline", outcome.not_counted as "notCounted",
           array(select source || ':' || verdict from evidence
                 where outcome_id = outcome.id and outcome_revision = outcome.revision order by decided_at desc) as evidence
    from outcome
    left join service on service.slug = outcome.service
    where outcome.entry_id = ${entryId}::uuid and outcome.voided_at is null
    order by outcome.position`;
  return rows.map(outcomeOf);
}

function outcomeOf({ id, kind, service, serviceName, dossierCode, channel, paidOnline, notCounted, evidence }: Row): ReviewedOutcome {
  return {
    id,
    kind,
    evidence: evidenceVerdictOf(evidence),
    ...(serviceName || service ? { serviceName: serviceName ?? service ?? "" } : {}),
    ...(dossierCode ? { dossierCode } : {}),
    ...(channel ? { channel } : {}),
    ...(paidOnline === null ? {} : { paidOnline }),
    ...(notCounted ? { notCounted } : {}),
  };
}

const meaning: Record<string, EvidenceVerdict> = {
  "register:matched": "matched",
  "register:notFound": "notFound",
  "rule:duplicate": "duplicate",
  "rule:outsideScheme": "outsideScheme",
  "police:confirmed": "confirmedByPolice",
  "police:refused": "refusedByPolice",
};

/** What nobody has said anything about is unchecked, never wrong. */
function evidenceVerdictOf(evidence: readonly string[]): EvidenceVerdict {
  const known = evidence.find((row) => row in meaning);
  return (known && meaning[known]) || "unchecked";
}
