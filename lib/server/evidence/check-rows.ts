import "server-only";
import type { CheckedKind, EvidenceReason } from "@/lib/domain/evidence/checked-kind";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { CheckRow } from "@/lib/protocol/evidence";
import type { Transaction } from "@/lib/server/database/with-actor";
import { checkerOf } from "@/lib/domain/evidence/checked-kind";
import { sealedSubjectOf, type SubjectRow } from "@/lib/server/review-queue/subject-row";
import type { PersonalData, PlainContent } from "@/lib/server/subjects/personal-data";
import { openSubject } from "@/lib/server/subjects/sealed-subject";

/** A row with what of it is personal; the number is handed on by a logged look only. */
export type CheckedDetail = { readonly row: CheckRow; readonly entryId: string; readonly subjectId?: string; readonly personalNumber?: string };

type Row = SubjectRow & {
  readonly outcomeId: string;
  readonly entryId: string;
  readonly revision: number;
  readonly kind: CheckedKind;
  readonly happenedOn: LocalDate;
  readonly content: PlainContent;
  readonly birthYear: number | null;
  readonly lastFour: string | null;
  readonly areaName: string | null;
  readonly unitName: string;
  readonly saidId: string | null;
  readonly saidVerdict: "confirmed" | "refused" | "withdrawn" | null;
  readonly saidReason: EvidenceReason | null;
  readonly saidAt: Date | null;
  readonly saidByMe: boolean | null;
  readonly proposedVerdict: "confirmed" | "refused" | null;
  readonly proposedReason: EvidenceReason | null;
  readonly helperName: string | null;
  readonly proposedByMe: boolean | null;
};

/** What a row shows, in the order of the ids. */
export async function loadCheckedDetails(tx: Transaction, kind: CheckedKind, ids: readonly string[]): Promise<CheckedDetail[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<Row[]>`
    select outcome.id as "outcomeId", outcome.revision, outcome.kind, entry.id as "entryId", entry.happened_on::text as "happenedOn", entry.content,
           area.name as "areaName", coalesce(unit.short_name, unit.name) as "unitName",
           subject.id as "subjectId", subject.wrapped_key as "wrappedKey", subject.key_version as "keyVersion", subject.sealed,
           subject.birth_year as "birthYear", subject.last_four as "lastFour",
           said.id as "saidId", said.verdict as "saidVerdict", said.reason as "saidReason", said.decided_at as "saidAt",
           said.decided_by_id = app_user() as "saidByMe",
           proposal.verdict as "proposedVerdict", proposal.reason as "proposedReason", helper.name as "helperName",
           proposal.helper_id = app_user() as "proposedByMe"
    from unnest(${[...ids]}::uuid[]) with ordinality as asked(id, position)
    join outcome on outcome.id = asked.id
    join entry on entry.id = outcome.entry_id
    join unit on unit.id = entry.unit_id
    left join area on area.id = entry.area_id
    left join subject on subject.id = entry.subject_id
    left join lateral (
      select * from evidence
      where evidence.province_id = app_province() and evidence.outcome_id = outcome.id and evidence.outcome_revision = outcome.revision
        and evidence.source = ${checkerOf[kind]}::"EvidenceSource"
      order by evidence.decided_at desc, evidence.id desc limit 1
    ) said on true
    left join evidence_proposal proposal on proposal.outcome_id = outcome.id and proposal.outcome_revision = outcome.revision
    left join app_user helper on helper.id = proposal.helper_id
    order by asked.position`;
  return rows.map(detailOf);
}

function detailOf(row: Row): CheckedDetail {
  const { outcomeId, entryId, revision, kind, happenedOn, subjectId } = row;
  const sealed = sealedSubjectOf(row);
  const personal = sealed && checkerOf[kind] === "police" ? openSubject(sealed) : undefined;
  const number = personal?.subject?.kind === "person" ? personal.subject.personalNumber : undefined;
  return {
    entryId,
    ...(subjectId ? { subjectId } : {}),
    ...(number ? { personalNumber: number } : {}),
    row: { outcomeId, revision, kind, happenedOn, ...(personal ? factsForPolice(row, personal) : factsForOfficer(row)), ...wordsOf(row) },
  };
}

function factsForPolice({ birthYear, lastFour, areaName }: Row, { subject, household }: PersonalData): Partial<CheckRow> {
  const place = areaName ? { areaName } : {};
  if (household) return { ...place, ...(household.head ? { name: household.head } : {}), ...(household.address ? { address: household.address } : {}) };
  return { ...place, ...(subject ? { name: subject.name } : {}), ...(birthYear ? { birthYear } : {}), ...(lastFour ? { lastFour } : {}) };
}

function factsForOfficer({ content, unitName }: Row): Partial<CheckRow> {
  if (content.kind === "article") return { unitName, title: content.title, url: content.url, publisher: content.publisher };
  if (content.kind !== "outreachEvent") return {};
  const { title, placeName, attendance: { youth, others } } = content;
  return { unitName, title, placeName, attendance: { youth, others } };
}

function wordsOf(row: Row): Pick<CheckRow, "said" | "proposal"> {
  const { saidId, saidVerdict, saidReason, saidAt, saidByMe, proposedVerdict, proposedReason, helperName, proposedByMe } = row;
  const said = saidId && saidAt && saidVerdict && saidVerdict !== "withdrawn"
    ? { said: { id: saidId, verdict: saidVerdict, at: saidAt.toISOString(), mine: saidByMe === true, ...(saidReason ? { reason: saidReason } : {}) } } : {};
  const proposal = proposedVerdict && !("said" in said)
    ? { proposal: { verdict: proposedVerdict, helperName: helperName ?? "", mine: proposedByMe === true, ...(proposedReason ? { reason: proposedReason } : {}) } } : {};
  return { ...said, ...proposal };
}
