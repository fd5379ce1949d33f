import { EvidenceAnswers, RevealedNumber, type EvidenceAnswer, type EvidenceDecision } from "@/lib/protocol/evidence";
import { sendChange, type ChangeProblem } from "@/lib/protocol/send-change";
import type { Result } from "@/lib/domain/result";

/** Answers by the decision's id. Nothing is queued beyond the page: what did not arrive was not decided. */
export async function sendDecisions(decisions: readonly EvidenceDecision[]): Promise<Result<ReadonlyMap<string, EvidenceAnswer>, ChangeProblem>> {
  const sent = await sendChange((url, init) => fetch(url, init), "/api/evidence", { decisions }, EvidenceAnswers);
  return sent.ok ? { ok: true, value: new Map(sent.value.answers.map((answer) => [answer.id, answer])) } : sent;
}

/** The number of a row that is looked at, which the server writes down; undefined: not shown, for whatever reason. */
export async function revealNumber(outcomeId: string): Promise<string | undefined> {
  const shown = await sendChange((url, init) => fetch(url, init), "/api/evidence/reveal", { outcomeId }, RevealedNumber);
  return shown.ok ? shown.value.number : undefined;
}
