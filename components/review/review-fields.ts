import type { ReviewReason } from "@/lib/domain/review/lifecycle";
import type { ReviewedEntry } from "@/lib/protocol/review-queue";
import { reviewReasonTexts } from "@/lib/text/review-reasons";

/** A field that a reviewer can point at; `extra` tells several of one name apart. */
export type ReviewField = { readonly path: string; readonly extra?: string };

export function fieldsOf({ subject, outcomes, content }: ReviewedEntry): ReviewField[] {
  if (content) return fieldsOfKind[content.kind].map((path) => ({ path }));
  const aboutSubject = subject?.kind === "organisation" ? organisationFields : personFields;
  const aboutOutcomes = outcomes.flatMap((outcome, index): ReviewField[] =>
    outcome.kind === "dossierSubmitted"
      ? [
          { path: `outcomes.${index}.dossierCode`, ...(outcome.dossierCode ? { extra: outcome.dossierCode } : {}) },
          { path: `outcomes.${index}.service`, ...(outcome.serviceName ? { extra: outcome.serviceName } : {}) },
        ]
      : [],
  );
  return [...aboutSubject.map((path) => ({ path })), ...aboutOutcomes, { path: "outcomes" }, { path: "place" }];
}

/** The reasons that can be meant about an entry of this kind. */
export function reasonsOf({ kind }: ReviewedEntry): readonly ReviewReason[] {
  return reasonsOfKind[kind];
}

/** Where a reason usually leads in this entry; the first dossier's code, not that of an account. */
export function fieldOfReason(reason: ReviewReason, entry: ReviewedEntry): string | undefined {
  if (reason !== "wrongDossierCode") return reviewReasonTexts[reason].fields?.[entry.kind];
  return fieldsOf(entry).find(({ path }) => path.endsWith(".dossierCode"))?.path;
}

const reasonsOfKind: Record<ReviewedEntry["kind"], readonly ReviewReason[]> = {
  helpSession: ["wrongDossierCode", "identityMismatch", "wrongOutcome", "missingConsent", "likelyDuplicate", "wrongPlaceOrTime", "needsExplanation"],
  householdVisit: ["wrongOutcome", "missingConsent", "likelyDuplicate", "wrongPlaceOrTime", "needsExplanation"],
  outreachEvent: ["wrongAttendance", "wrongPlaceOrTime", "offTopic", "likelyDuplicate", "needsExplanation"],
  article: ["wrongLink", "offTopic", "likelyDuplicate", "needsExplanation"],
  shiftAttendance: ["wrongPlaceOrTime", "likelyDuplicate", "needsExplanation"],
};

const personFields = ["subject.name", "subject.personalNumber", "subject.birth", "subject.sex", "subject.address", "subject.phone", "consent.purposes"];
const organisationFields = ["subject.name", "subject.taxCode", "subject.phone"];
const fieldsOfKind: Record<NonNullable<ReviewedEntry["content"]>["kind"], readonly string[]> = {
  householdVisit: ["household.head", "household.address", "result", "consent.purposes"],
  outreachEvent: ["type", "title", "placeName", "happenedAt", "audience", "attendance.youth", "attendance.others"],
  article: ["url", "title", "publisher", "publishedOn"],
  shiftAttendance: ["happenedAt", "checkedOutAt"],
};
