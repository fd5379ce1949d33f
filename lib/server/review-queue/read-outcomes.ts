import "server-only";
import type { OutcomeKind } from "@/lib/domain/entry/outcome";
import type { EvidenceReason } from "@/lib/domain/evidence/checked-kind";
import type { NotCountedReason } from "@/lib/domain/refusal";
import type { Standing } from "@/lib/domain/report/standing";
import type { ReviewedOutcome } from "@/lib/protocol/review-queue";
import type { Transaction } from "@/lib/server/database/with-actor";
import { standingSince } from "@/lib/server/evidence/standing-since";

type Row = {
  readonly id: string;
  readonly kind: OutcomeKind;
  readonly service: string | null;
  readonly serviceName: string | null;
  readonly dossierCode: string | null;
  readonly channel: "online" | "paper" | null;
  readonly paidOnline: boolean | null;
  readonly notCounted: NotCountedReason | null;
  readonly counts: boolean;
  readonly standing: Standing | null;
  readonly since: Date | null;
  readonly reason: EvidenceReason | null;
  readonly proposedCode: string | null;
};

/** Outcomes as they stand now, each with how its evidence stands. */
export async function readOutcomes(tx: Transaction, entryId: string): Promise<ReviewedOutcome[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select outcome.id, outcome.kind, outcome.service, service.name as "serviceName", outcome.dossier_code as "dossierCode",
           outcome.channel, outcome.paid_online as "paidOnline", outcome.not_counted as "notCounted",
           cardinality(outcome.indicators) > 0 as counts, standing.standing, ${standingSince} as since,
           (select code from code_proposal
            where code_proposal.outcome_id = outcome.id and code_proposal.outcome_revision = outcome.revision and standing.standing = 'notFound'
            order by code limit 1) as "proposedCode",
           (select reason from evidence
            where evidence.outcome_id = outcome.id and evidence.outcome_revision = outcome.revision and evidence.source in ('police', 'officer')
              and standing.standing in ('refusedByPolice', 'refusedByOfficer')
            order by decided_at desc, evidence.id desc limit 1) as reason
    from outcome
    join entry on entry.id = outcome.entry_id
    left join service on service.slug = outcome.service
    left join outcome_standing standing on standing.outcome_id = outcome.id
    where outcome.entry_id = ${entryId}::uuid and outcome.voided_at is null
    order by outcome.position`;
  return rows.map(outcomeOf);
}

function outcomeOf({ id, kind, service, serviceName, dossierCode, channel, paidOnline, notCounted, reason, proposedCode, ...row }: Row): ReviewedOutcome {
  return {
    id,
    kind,
    ...evidenceOf(row),
    ...(serviceName || service ? { serviceName: serviceName ?? service ?? "" } : {}),
    ...(dossierCode ? { dossierCode } : {}),
    ...(channel ? { channel } : {}),
    ...(paidOnline === null ? {} : { paidOnline }),
    ...(notCounted ? { notCounted } : {}),
    ...(reason ? { reason } : {}),
    ...(proposedCode ? { proposedCode } : {}),
  };
}

/** What nobody has said anything about is unchecked, never wrong. */
function evidenceOf({ counts, standing, since }: Pick<Row, "counts" | "standing" | "since">): Pick<ReviewedOutcome, "standing" | "since"> {
  if (standing) return { standing, ...(since ? { since: since.toISOString() } : {}) };
  return counts ? { standing: "unchecked" } : {};
}
