import "server-only";
import { policePartOf } from "@/lib/domain/evidence/permission";
import type { Actor } from "@/lib/domain/people/actor";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { EvidenceFileProblem, EvidenceFileSummary, ImportEvidence } from "@/lib/protocol/evidence";
import { hexOf, insertRows } from "@/lib/server/database/insert-rows";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import { newId } from "@/lib/server/database/new-id";
import { withActorForLong, type Transaction } from "@/lib/server/database/with-actor";
import { decideInTransaction, deciding } from "./decide-evidence";
import { planList, type ListPlan } from "./plan-list";
import { readListFile, type ListFile } from "./read-list-file";

/**
 * Reads a list that was exported and filled in. A preview writes nothing; accepting writes all rows that are right in one
 * transaction and names the others. The same file again finds everything said already. Whoever is not of the police hears of nothing.
 */
export async function importVerdicts(
  actor: Actor, readFile: () => Promise<Result<Uint8Array, RefusalCode>>, step: ImportEvidence["step"], now: string,
): Promise<Result<{ readonly summary: EvidenceFileSummary }, RefusalCode>> {
  // Asked before the file is read: unpacking it is work that nobody else may cause.
  if (!policePartOf(actor, localDateOf(now))) return err("unknownOrForbidden");
  const bytes = await readFile();
  if (!bytes.ok) return bytes;
  const list = await readListFile(bytes.value);
  if (!list.ok) return list;
  if (step === "preview") return ok({ summary: summaryOf(await withActorForLong(actor, (tx) => planList(tx, actor, list.value, now))) });
  return deciding(async () => ({ summary: summaryOf(await withActorForLong(actor, (tx) => accept(tx, actor, list.value, Buffer.from(bytes.value), now))) }));
}

async function accept(tx: Transaction, actor: Actor, list: ListFile, file: Buffer, now: string): Promise<ListPlan> {
  const plan = await planList(tx, actor, list, now);
  if (plan.decisions.length === 0) return plan;
  const answers = await decideInTransaction(tx, actor, plan.decisions.map(({ row: _row, ...decision }) => decision), now);
  const refused = answers.flatMap((answer, index): EvidenceFileProblem[] =>
    answer.answer === "refused" ? [{ row: plan.decisions[index]?.row ?? 0, column: "", code: answer.code }] : []);
  await insertRows(tx, "command_log", { province_id: actor.provinceId, actor_id: actor.userId }, [{
    id: newId(), type: "importEvidenceList", claimed_at: now, received_at: now, payload_digest: hexOf(keyedHash("payload", file.toString("base64"))),
    answer: { answer: "imported", rowCount: plan.decisions.length - refused.length },
  }]);
  return { ...plan, decisions: plan.decisions.filter((_, index) => answers[index]?.answer !== "refused"), problems: [...plan.problems, ...refused] };
}

function summaryOf({ decisions, unchanged, undecided, problems, proposed }: ListPlan): EvidenceFileSummary {
  const confirmed = decisions.filter(({ verdict }) => verdict === "confirmed").length;
  return {
    confirmed, refused: decisions.length - confirmed, unchanged, undecided, problems: problems.slice(0, shownProblems), problemCount: problems.length, proposed,
  };
}

const shownProblems = 200;
