import "server-only";
import type { EvidenceAnswer } from "@/lib/protocol/evidence";
import type { Transaction } from "@/lib/server/database/with-actor";

/** A decision that was taken before: what it said, as a digest, and what was answered. */
export type KnownDecision = { readonly digest: string; readonly answer: EvidenceAnswer };

/** Which of these decisions are in the ledger, by id. */
export async function loadKnownDecisions(tx: Transaction, ids: readonly string[]): Promise<Map<string, KnownDecision>> {
  const rows = await tx.$queryRaw<{ id: string; digest: string; answer: EvidenceAnswer }[]>`
    select id, encode(payload_digest, 'hex') as digest, answer from command_log
    where id = any (${[...ids]}::uuid[]) and type in ('decideEvidence', 'proposeEvidence')`;
  return new Map(rows.map(({ id, digest, answer }) => [id, { digest, answer }]));
}
