import "server-only";
import { titleOfEntry } from "@/lib/domain/entry/entry-title";
import type { PlainContent } from "@/lib/server/subjects/personal-data";
import { openContent, type SealedSubject } from "@/lib/server/subjects/sealed-subject";
import { reviewDetail } from "@/lib/text/desk-review";

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

/** The name of whom or what the entry is about. */
export function titleOf(row: SubjectRow & { readonly content: PlainContent }): string {
  const sealed = sealedSubjectOf(row);
  return sealed ? titleOfEntry(openContent(row.content, sealed)) : reviewDetail.erased;
}

