import "server-only";
import { parseDossierCode } from "@/lib/domain/dossier/dossier-code";
import type { OutcomeKind } from "@/lib/domain/entry/outcome";
import type { Actor } from "@/lib/domain/people/actor";
import type { EntryStatus } from "@/lib/domain/review/lifecycle";
import type { QueueAge, QueueFilter, QueueView } from "@/lib/protocol/review-queue";
import { supervisedUnits } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";

/** Statuses in which an entry waits for a decision. */
export const waiting: readonly EntryStatus[] = ["submitted", "reopened"];

const statusesOfView: Record<QueueView, readonly EntryStatus[]> = {
  flagged: waiting,
  answered: waiting,
  all: waiting,
  quarantined: ["quarantined"],
  decided: ["confirmed"],
};

const daysOfAge: Record<QueueAge, number> = { any: 0, overDay: 1, over3Days: 3, over7Days: 7 };

/** Entries of others in the units that the actor supervises. Nobody reviews an own one. */
export function ofOthersInScope(actor: Actor): Prisma.Sql {
  return Prisma.sql`entry.author_id <> ${actor.userId}::uuid and entry.unit_id in (
    select unit_id from unit_jurisdiction where holder_id = any (${supervisedUnits(actor)}::uuid[]))`;
}

/** A search looks everywhere in the own units, whatever state an entry is in. */
export function matches(filter: QueueFilter): Prisma.Sql {
  const conditions = filter.search ? [ofSearch(filter.search)] : [inStatuses(statusesOfView[filter.view])];
  if (!filter.search && filter.view === "flagged") conditions.push(flagged);
  if (!filter.search && filter.view === "answered") conditions.push(answered);
  if (filter.authorId) conditions.push(Prisma.sql`entry.author_id = ${filter.authorId}::uuid`);
  if (filter.kind) conditions.push(Prisma.sql`entry.kind = ${filter.kind}`);
  if (filter.outcome) conditions.push(withOutcome(filter.outcome));
  if (filter.place) conditions.push(Prisma.sql`entry.place_kind = ${filter.place}`);
  if (filter.age !== "any") conditions.push(olderThan(daysOfAge[filter.age]));
  return Prisma.join(conditions, " and ");
}

export const flagged = Prisma.sql`cardinality(entry.flags) > 0`;

/** The last step was the author's note back. */
export const answered = Prisma.sql`coalesce(entry.last_review ->> 'action' = 'answer', false)`;

export function inStatuses(statuses: readonly EntryStatus[]): Prisma.Sql {
  return Prisma.sql`entry.status = any (${[...statuses]}::"EntryStatus"[])`;
}

export function olderThan(days: number): Prisma.Sql {
  return Prisma.sql`entry.received_at < now() - make_interval(days => ${days})`;
}

function withOutcome(kind: OutcomeKind): Prisma.Sql {
  return Prisma.sql`exists (select from outcome where outcome.entry_id = entry.id and outcome.kind = ${kind} and outcome.voided_at is null)`;
}

/** A receipt code with or without its dash, a dossier code however it is typed, or four last digits. */
function ofSearch(text: string): Prisma.Sql {
  const letters = text.toUpperCase().replace(/[^0-9A-Z]/g, "");
  const receipt = letters.length === 6 ? `${letters.slice(0, 3)}-${letters.slice(3)}` : "";
  const code = parseDossierCode(text);
  const dossier = code.ok ? code.value : "";
  const lastFour = /^\d{4}$/.test(letters) ? letters : "";
  return Prisma.sql`(entry.receipt = ${receipt}
    or (${dossier} <> '' and exists (select from outcome where outcome.entry_id = entry.id and outcome.dossier_code = ${dossier} and outcome.voided_at is null))
    or (${lastFour} <> '' and exists (select from subject found where found.id = entry.subject_id and found.last_four = ${lastFour})))`;
}
