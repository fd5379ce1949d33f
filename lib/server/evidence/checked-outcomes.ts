import "server-only";
import { isCheckedKind, type CheckedKind, type EvidenceReason } from "@/lib/domain/evidence/checked-kind";
import type { DecidedOutcome } from "@/lib/domain/evidence/decide-evidence";
import { evidencePartOf, type EvidencePart } from "@/lib/domain/evidence/permission";
import type { Actor } from "@/lib/domain/people/actor";
import type { RefusalCode } from "@/lib/domain/refusal";
import type { Result } from "@/lib/domain/result";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import { loadUnitPaths } from "@/lib/server/commands/unit-paths";
import type { Transaction } from "@/lib/server/database/with-actor";

/** An outcome as whoever checks it finds it, and what they may say of it. */
export type CheckedOutcomeNow = DecidedOutcome & {
  readonly outcomeId: string;
  readonly entryId: string;
  readonly subjectId: string | null;
  readonly source: "police" | "officer";
  readonly part: Result<EvidencePart, RefusalCode>;
  readonly lastAt?: string;
  readonly verdict?: "confirmed" | "refused";
  readonly reason?: EvidenceReason;
  readonly proposal?: Proposal;
};
export type Proposal = { readonly helperId: string; readonly verdict: "confirmed" | "refused"; readonly reason?: EvidenceReason | undefined };

type Row = {
  readonly outcomeId: string;
  readonly entryId: string;
  readonly subjectId: string | null;
  readonly unitId: string;
  readonly authorId: string;
  readonly happenedOn: LocalDate;
  readonly kind: string;
  readonly revision: number;
  readonly isOpen: boolean;
  readonly source: string | null;
  readonly areaPath: string[];
  readonly saidId: string | null;
  readonly saidVerdict: "confirmed" | "refused" | "withdrawn" | null;
  readonly saidReason: EvidenceReason | null;
  readonly saidBy: string | null;
  readonly saidAt: Date | null;
  readonly proposedVerdict: "confirmed" | "refused" | null;
  readonly proposedReason: EvidenceReason | null;
  readonly helperId: string | null;
};

/** The outcomes that the actor's transaction can see, by id; `part` says whether the actor may speak of them. */
export async function loadCheckedOutcomes(tx: Transaction, actor: Actor, ids: readonly string[], now: string): Promise<Map<string, CheckedOutcomeNow>> {
  const rows = await tx.$queryRaw<Row[]>`
    select outcome.id as "outcomeId", outcome.kind, outcome.revision, entry.id as "entryId", entry.subject_id as "subjectId", entry.unit_id as "unitId",
           entry.author_id as "authorId", entry.happened_on::text as "happenedOn",
           entry.status = 'confirmed' and outcome.voided_at is null and version.source is not null and subject.erased_at is null as "isOpen",
           version.source, array_remove(array[area.id, area.parent_id, area.successor_id, parent.successor_id], null) as "areaPath",
           said.id as "saidId", said.verdict as "saidVerdict", said.reason as "saidReason", said.decided_by_id as "saidBy", said.decided_at as "saidAt",
           proposal.verdict as "proposedVerdict", proposal.reason as "proposedReason", proposal.helper_id as "helperId"
    from outcome
    join entry on entry.id = outcome.entry_id
    left join subject on subject.id = entry.subject_id
    left join area on area.id = entry.area_id
    left join area parent on parent.id = area.parent_id
    left join lateral (
      select evidence_rule ->> 'source' as source from indicator_version version
      where version.indicator = any (outcome.indicators) and version.evidence_rule ->> 'source' in ('police', 'officer')
        and version.valid_from <= entry.happened_on and (version.valid_to is null or entry.happened_on < version.valid_to)
      limit 1
    ) version on true
    left join lateral (
      select * from evidence
      where evidence.province_id = app_province() and evidence.outcome_id = outcome.id and evidence.outcome_revision = outcome.revision
        and evidence.source::text = version.source
      order by evidence.decided_at desc, evidence.id desc limit 1
    ) said on true
    left join evidence_proposal proposal on proposal.outcome_id = outcome.id and proposal.outcome_revision = outcome.revision
    where outcome.id = any (${[...ids]}::uuid[])`;
  const unitPaths = await loadUnitPaths(tx, [...new Set(rows.map(({ unitId }) => unitId))]);
  const today = localDateOf(now);
  return new Map(rows.flatMap((row) => {
    const { kind } = row;
    if (!isCheckedKind(kind)) return [];
    const unitPathOn = (day: LocalDate) => unitPaths(row.unitId, day) ?? [];
    return [[row.outcomeId, checkedOutcomeOf(row, kind, (checker) =>
      evidencePartOf(actor, { checker, authorId: row.authorId, happenedOn: row.happenedOn, unitPathOn, areaPath: row.areaPath }, today))]];
  }));
}

function checkedOutcomeOf(row: Row, kind: CheckedKind, partOf: (checker: "police" | "officer") => CheckedOutcomeNow["part"]): CheckedOutcomeNow {
  const { outcomeId, entryId, subjectId, revision, isOpen, saidId, saidVerdict, saidReason, saidBy, saidAt, helperId, proposedVerdict, proposedReason } = row;
  // Without a rule that asks for people it isn't open; whoever would be asked hears that it changed.
  const source = row.source === "officer" || (row.source === null && (kind === "articlePublished" || kind === "eventHeld")) ? "officer" : "police";
  const stands = saidId && saidVerdict && saidVerdict !== "withdrawn";
  return {
    outcomeId, entryId, subjectId, kind, revision, isOpen, source, part: partOf(source),
    ...(saidAt ? { lastAt: saidAt.toISOString() } : {}),
    ...(stands ? { standing: { id: saidId, by: saidBy ?? "", at: saidAt?.toISOString() ?? "" }, verdict: saidVerdict } : {}),
    ...(stands && saidReason ? { reason: saidReason } : {}),
    ...(helperId && proposedVerdict ? { proposal: { helperId, verdict: proposedVerdict, reason: proposedReason ?? undefined } } : {}),
  };
}
