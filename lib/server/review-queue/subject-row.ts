import "server-only";
import { titleOfEntry } from "@/lib/domain/entry/entry-title";
import { Prisma } from "@/lib/server/generated/client";
import type { PlainContent } from "@/lib/server/subjects/personal-data";
import { openContent, type SealedSubject } from "@/lib/server/subjects/sealed-subject";
import { reviewDetail } from "@/lib/text/desk-review";
import { visitResultNames } from "@/lib/text/entry-kinds";

/** The columns of a subject as queries here select them; without key and document after an erasure. */
export type SubjectRow = {
  readonly subjectId: string | null;
  readonly wrappedKey: Uint8Array | null;
  readonly keyVersion: number | null;
  readonly sealed: Uint8Array | null;
};

/** @returns undefined when the citizen's data has been erased */
export function sealedSubjectOf({ subjectId, wrappedKey, keyVersion, sealed }: SubjectRow): SealedSubject | undefined {
  return subjectId && wrappedKey && keyVersion && sealed ? { id: subjectId, wrappedKey, keyVersion, sealed } : undefined;
}

/** The hamlet of a visit, null for what was recorded elsewhere: a column for queries from `entry`. */
export const areaNameColumn = Prisma.sql`
  (select area.name from area where area.id = (entry.content -> 'household' ->> 'areaId')::uuid) as "areaName"`;

/** The name of whom or what the entry is about; of a visit that met nobody what came of it, and in which hamlet. */
export function titleOf(row: SubjectRow & { readonly content: PlainContent; readonly areaName: string | null }): string {
  const { content, areaName } = row;
  const sealed = sealedSubjectOf(row);
  const name = sealed ? titleOfEntry(openContent(content, sealed)) : reviewDetail.erased;
  if (name !== "" || content.kind !== "householdVisit") return name;
  return [visitResultNames[content.result], areaName].filter(Boolean).join(", ");
}

