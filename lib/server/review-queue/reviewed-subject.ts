import "server-only";
import type { PersonName } from "@/lib/domain/identity/person-name";
import type { ReviewedSubject } from "@/lib/protocol/review-queue";
import { openSubject } from "@/lib/server/subjects/sealed-subject";
import { reviewDetail } from "@/lib/text/desk-review";
import { sealedSubjectOf } from "./subject-row";
import type { EntryRow } from "./entry-row";

/** The citizen as a reviewer sees them at first: number and phone stay here but for their last digits. */
export function reviewedSubjectOf(row: EntryRow): { subject: ReviewedSubject; guardianName?: PersonName } {
  const sealed = sealedSubjectOf(row);
  if (!sealed) return { subject: { kind: "person", name: reviewDetail.erased, scanned: [] } };
  const { subject, guardianName } = openSubject(sealed);
  if (!subject) return { subject: { kind: "person", name: "", scanned: [] } };
  const phone = subject.phone === undefined ? {} : { phoneLastThree: subject.phone.slice(-3) };
  const guardian = guardianName ? { guardianName } : {};
  if (subject.kind === "organisation") {
    const { kind, name, taxCode } = subject;
    return { subject: { kind, name, ...(taxCode ? { taxCode } : {}), ...phone }, ...guardian };
  }
  const { kind, name, birth, sex, address, scanned } = subject;
  return {
    subject: {
      kind,
      name,
      scanned,
      ...phone,
      ...(row.lastFour ? { lastFour: row.lastFour } : {}),
      ...(birth ? { birth } : {}),
      ...(sex ? { sex } : {}),
      ...(address ? { address } : {}),
    },
    ...guardian,
  };
}
