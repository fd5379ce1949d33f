import "server-only";
import type { EvidencePart } from "@/lib/domain/evidence/permission";
import type { Actor } from "@/lib/domain/people/actor";
import type { EvidenceAnswer, EvidenceDecision } from "@/lib/protocol/evidence";
import { insertRows, type Row } from "@/lib/server/database/insert-rows";
import type { Transaction } from "@/lib/server/database/with-actor";
import type { CheckedOutcomeNow } from "./checked-outcomes";

/** A decision that is taken, with the outcome as it was before. */
export type Decided = {
  readonly decision: EvidenceDecision;
  readonly outcome: CheckedOutcomeNow;
  readonly part: EvidencePart;
  readonly at: string;
  readonly digest: string;
  readonly answer: EvidenceAnswer;
};

/** Writes what was decided, one statement per table, and settles what it counts for. The log says nothing of content. */
export async function writeDecided(tx: Transaction, actor: Actor, decided: readonly Decided[], now: string): Promise<void> {
  if (decided.length === 0) return;
  const own = { province_id: actor.provinceId };
  const said = decided.filter(({ part }) => part === "decide");
  await insertRows(tx, "evidence", { ...own, decided_by_id: actor.userId }, said.map(evidenceRow));
  await writeProposals(tx, actor, decided.filter(({ part }) => part === "propose"));
  await insertRows(tx, "command_log", { ...own, actor_id: actor.userId, claimed_at: now, received_at: now }, decided.map(logRow));
  const entryIds = [...new Set(said.map(({ outcome }) => outcome.entryId))];
  if (entryIds.length > 0) await tx.$queryRaw`select settle_entries(${entryIds}::uuid[], '{}'::bytea[], ${now}::timestamptz)::text`;
}

/** Where a verifier says what a helper proposed, both names are kept. */
function evidenceRow({ decision: { id, verdict, reason }, outcome, at }: Decided): Row {
  const { proposal } = outcome;
  const isProposed = proposal?.verdict === verdict && proposal.reason === (verdict === "refused" ? reason : undefined);
  return {
    id,
    outcome_id: outcome.outcomeId,
    outcome_revision: outcome.revision,
    source: outcome.source,
    verdict,
    reason: verdict === "refused" ? reason : undefined,
    decided_at: at,
    helper_id: isProposed ? proposal.helperId : undefined,
  };
}

async function writeProposals(tx: Transaction, { provinceId, userId }: Actor, proposed: readonly Decided[]): Promise<void> {
  if (proposed.length === 0) return;
  // Of several about one outcome the last one stands.
  const last = [...new Map(proposed.map((one) => [one.outcome.outcomeId, one])).values()];
  await tx.$executeRaw`
    delete from evidence_proposal where outcome_id = any (${last.map(({ outcome }) => outcome.outcomeId)}::uuid[]) and helper_id = ${userId}::uuid`;
  await insertRows(tx, "evidence_proposal", { province_id: provinceId, helper_id: userId }, last.flatMap(({ decision: { verdict, reason }, outcome, at }) =>
    verdict === "withdrawn" ? [] : [{
      outcome_id: outcome.outcomeId, outcome_revision: outcome.revision, verdict, reason: verdict === "refused" ? reason : undefined, proposed_at: at,
    }]));
}

function logRow({ decision, outcome, part, digest, answer }: Decided): Row {
  return {
    id: decision.id,
    type: part === "propose" ? "proposeEvidence" : "decideEvidence",
    entry_id: outcome.entryId,
    payload_digest: `\\x${digest}`,
    answer,
  };
}
