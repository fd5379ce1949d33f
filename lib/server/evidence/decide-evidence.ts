import "server-only";
import { checkDecision } from "@/lib/domain/evidence/decide-evidence";
import type { Actor } from "@/lib/domain/people/actor";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import type { EvidenceAnswer, EvidenceDecision } from "@/lib/protocol/evidence";
import { canonicalJson } from "@/lib/server/crypto/canonical-json";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import { failureOf, sqlStateOf } from "@/lib/server/database/failure";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { loadCheckedOutcomes, type CheckedOutcomeNow } from "./checked-outcomes";
import { loadKnownDecisions } from "./known-decisions";
import { writeDecided, type Decided } from "./write-decided";

type Answers = { readonly answers: readonly EvidenceAnswer[] };

/**
 * Takes the words of the police, of its helpers and of officers, all of them in one transaction, and settles what the
 * outcomes count for. A decision that came before is answered as then. Unknown and forbidden look alike.
 */
export async function decideEvidence(actor: Actor, decisions: readonly EvidenceDecision[], now: string): Promise<Result<Answers, RefusalCode>> {
  return deciding(async () => ({ answers: await withActor(actor, (tx) => decideInTransaction(tx, actor, decisions, now)) }));
}

/** Again where others were in the way. Refuses with `contentConflict` when the id of a decision is in use for somebody else's. */
export async function deciding<Value>(decide: () => Promise<Value>): Promise<Result<Value, RefusalCode>> {
  for (let tries = 1; ; tries++) {
    try {
      return ok(await decide());
    } catch (error) {
      if (sqlStateOf(error) === "23505" && tries > 1) return err("contentConflict");
      if (failureOf(error) !== "retry" || tries === maxTries) throw error;
    }
  }
}

const maxTries = 4;

/** The same inside a transaction that somebody else opened; nothing may have been written in it before. */
export async function decideInTransaction(tx: Transaction, actor: Actor, decisions: readonly EvidenceDecision[], now: string): Promise<EvidenceAnswer[]> {
  const outcomeIds = [...new Set(decisions.map(({ outcomeId }) => outcomeId))];
  await tx.$queryRaw`select share_counting()::text`;
  await lockOutcomes(tx, outcomeIds);
  const known = await loadKnownDecisions(tx, decisions.map(({ id }) => id));
  const outcomes = await loadCheckedOutcomes(tx, actor, outcomeIds, now);
  const decided: Decided[] = [];
  const answers = decisions.map((decision): EvidenceAnswer => {
    const digest = digestOf(decision);
    const before = known.get(decision.id);
    if (before) return before.digest === digest ? before.answer : refused(decision, "contentConflict");
    const outcome = outcomes.get(decision.outcomeId);
    const part = outcome?.part ?? err("unknownOrForbidden");
    if (!outcome || !part.ok) return refused(decision, part.ok ? "unknownOrForbidden" : part.error);
    const checked = part.value === "propose" ? checkProposal(actor, outcome, decision, now) : checkDecision(outcome, decision, { userId: actor.userId, now });
    if (!checked.ok) return refused(decision, checked.error);
    const at = momentOf(outcome, now);
    const answer: EvidenceAnswer = { id: decision.id, answer: part.value === "propose" ? "proposed" : "accepted" };
    decided.push({ decision, outcome, part: part.value, at, digest, answer });
    // Said twice in one request: the second one answers the first.
    outcomes.set(decision.outcomeId, afterDecision(outcome, { decision, part: part.value, at }, actor));
    known.set(decision.id, { digest, answer });
    return answer;
  });
  await writeDecided(tx, actor, decided, now);
  return answers;
}

/** Whoever decides about the same outcomes waits; in buckets and in their order, so that nobody waits in a circle. */
async function lockOutcomes(tx: Transaction, outcomeIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    select pg_advisory_xact_lock(hashtextextended('evidence/' || app_province(), bucket))::text from (
      select distinct get_byte(uuid_send(id), 15) as bucket from unnest(${[...outcomeIds]}::uuid[]) as id order by bucket
    ) buckets`;
}

/** A proposal replaces the own one; what another helper proposed or a verifier decided stays. */
function checkProposal(actor: Actor, outcome: CheckedOutcomeNow, decision: EvidenceDecision, now: string): Result<undefined, RefusalCode> {
  const { proposal } = outcome;
  if (proposal && proposal.helperId !== actor.userId) return err("versionConflict");
  if (decision.verdict === "withdrawn") return proposal && !outcome.standing ? ok(undefined) : err("versionConflict");
  const { over: _over, ...said } = decision;
  return checkDecision(outcome, said, { userId: actor.userId, now });
}

/** Later than the word before, whatever the clocks say: the newest stands. */
function momentOf({ lastAt }: CheckedOutcomeNow, now: string): string {
  return lastAt && lastAt >= now ? new Date(Date.parse(lastAt) + 1).toISOString() : now;
}

function afterDecision(outcome: CheckedOutcomeNow, { decision, part, at }: Pick<Decided, "decision" | "part" | "at">, { userId }: Actor): CheckedOutcomeNow {
  const { verdict, reason } = decision;
  if (part === "propose") {
    const { proposal: _proposal, ...rest } = outcome;
    return verdict === "withdrawn" ? rest : { ...rest, proposal: { helperId: userId, verdict, reason } };
  }
  const { standing: _standing, verdict: _verdict, reason: _reason, ...rest } = outcome;
  if (verdict === "withdrawn") return { ...rest, lastAt: at };
  return { ...rest, lastAt: at, standing: { id: decision.id, by: userId, at }, verdict, ...(reason ? { reason } : {}) };
}

function digestOf({ id: _id, ...said }: EvidenceDecision): string {
  return keyedHash("payload", canonicalJson(said)).toString("hex");
}

function refused({ id }: EvidenceDecision, code: RefusalCode): EvidenceAnswer {
  return { id, answer: "refused", code };
}
