import "server-only";
import { reasonsOf, type EvidenceReason } from "@/lib/domain/evidence/checked-kind";
import { checkDecision } from "@/lib/domain/evidence/decide-evidence";
import { findWord, readVerdict } from "@/lib/domain/evidence/read-verdict";
import { parseRowKey } from "@/lib/domain/evidence/row-key";
import { columnName } from "@/lib/domain/import/mapping";
import type { Actor } from "@/lib/domain/people/actor";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import type { EvidenceDecision, EvidenceFileProblem } from "@/lib/protocol/evidence";
import { newId } from "@/lib/server/database/new-id";
import type { Transaction } from "@/lib/server/database/with-actor";
import { evidenceReasonText } from "@/lib/text/desk-police";
import { loadCheckedOutcomes, type CheckedOutcomeNow } from "./checked-outcomes";
import type { ListColumns, ListedRow, ListFile } from "./read-list-file";

/** What a filled-in list would do now. */
export type ListPlan = {
  readonly decisions: readonly (EvidenceDecision & { readonly row: number })[];
  readonly unchanged: number;
  readonly undecided: number;
  readonly problems: readonly EvidenceFileProblem[];
  readonly proposed: boolean;
};

type Said = { readonly row: ListedRow; readonly key: { readonly outcomeId: string; readonly revision: number }; readonly verdict: "confirmed" | "refused" };
type Wrong = { readonly column: keyof ListColumns; readonly code: RefusalCode };

/** Holds every row against what is known now, with the checks of the screen. Writes nothing. */
export async function planList(tx: Transaction, actor: Actor, { columns, rows }: ListFile, now: string): Promise<ListPlan> {
  const problems: EvidenceFileProblem[] = [];
  const complain = ({ row }: ListedRow, { column, code }: Wrong) => problems.push({ row, column: columnName(columns[column]), code });
  const said: Said[] = [];
  let undecided = 0;
  for (const row of rows) {
    const read = readRow(row);
    if (!read.ok) complain(row, read.error);
    else if (read.value) said.push(read.value);
    else undecided += 1;
  }
  const outcomes = await loadCheckedOutcomes(tx, actor, [...new Set(said.map(({ key }) => key.outcomeId))], now);
  const decisions = new Map<string, EvidenceDecision & { readonly row: number }>();
  let unchanged = 0;
  for (const one of said) {
    const decision = decisionOf(one, outcomes.get(one.key.outcomeId), actor, now);
    if (!decision.ok) complain(one.row, decision.error);
    else if (!decision.value) unchanged += 1;
    else {
      const before = decisions.get(one.key.outcomeId);
      if (!before) decisions.set(one.key.outcomeId, decision.value);
      else if (before.verdict !== decision.value.verdict || before.reason !== decision.value.reason) complain(one.row, { column: "key", code: "rowRepeated" });
    }
  }
  const proposed = [...outcomes.values()].some(({ part }) => part.ok && part.value === "propose");
  return { decisions: [...decisions.values()], unchanged, undecided, problems: problems.sort((a, b) => a.row - b.row), proposed };
}

/** Undefined where nothing was filled in: such rows may even be somebody's notes. */
function readRow(row: ListedRow): Result<Said | undefined, Wrong> {
  const verdict = readVerdict(row.verdict);
  if (!verdict.ok) return err({ column: "verdict", code: verdict.error });
  if (!verdict.value) return row.reason.trim() === "" ? ok(undefined) : err({ column: "verdict", code: "verdictUnknown" });
  const key = parseRowKey(row.key);
  return key ? ok({ row, key, verdict: verdict.value }) : err({ column: "key", code: "rowKeyUnknown" });
}

/** Undefined where it was said already. */
function decisionOf({ row, key, verdict }: Said, outcome: CheckedOutcomeNow | undefined, actor: Actor, now: string): Result<(EvidenceDecision & { row: number }) | undefined, Wrong> {
  const part = outcome?.part ?? err("unknownOrForbidden" as const);
  if (!outcome || !part.ok) return err({ column: "key", code: part.ok || part.error === "unknownOrForbidden" ? "rowKeyUnknown" : part.error });
  const reason = verdict === "refused" ? reasonIn(row.reason, outcome.kind) : ok(undefined);
  if (!reason.ok) return err({ column: "reason", code: reason.error });
  const known = part.value === "propose" && outcome.proposal?.helperId === actor.userId && !outcome.standing ? outcome.proposal : outcome;
  if (outcome.revision === key.revision && known.verdict === verdict && known.reason === reason.value) return ok(undefined);
  const decision = { id: newId(), ...key, verdict, ...(reason.value ? { reason: reason.value } : {}) };
  const checked = checkDecision(outcome, decision, { userId: actor.userId, now });
  return checked.ok ? ok({ ...decision, row: row.row }) : err({ column: "key", code: checked.error });
}

function reasonIn(text: string, kind: CheckedOutcomeNow["kind"]): Result<EvidenceReason, RefusalCode> {
  if (text.trim() === "") return err("reasonMissing");
  const found = reasonsOf[kind][findWord(text, reasonsOf[kind].map((reason) => evidenceReasonText(kind, reason)))];
  return found ? ok(found) : err("evidenceReasonUnknown");
}
