import type { VisitResult } from "@/lib/domain/entry/household-visit";
import type { ReviewReason } from "@/lib/domain/review/lifecycle";
import type { ReviewedEntry } from "@/lib/protocol/review-queue";
import { reviewReasonTexts } from "@/lib/text/review-reasons";

/** A field that a reviewer can point at; `extra` tells several of one name apart. */
export type ReviewField = { readonly path: string; readonly extra?: string };

export function fieldsOf({ subject, outcomes, content }: ReviewedEntry): ReviewField[] {
  if (content) return pathsOf(content).map((path) => ({ path }));
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
  const usual = reviewReasonTexts[reason].fields?.[entry.kind];
  if (reason !== "wrongDossierCode") return fieldsOf(entry).find(({ path }) => path === usual)?.path;
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

/** What the author's form asks for such an entry: nobody is sent to a field that is not there. */
function pathsOf(content: NonNullable<ReviewedEntry["content"]>): readonly string[] {
  switch (content.kind) {
    case "householdVisit": return ["result", ...visitFields[content.result], "place"];
    case "outreachEvent": return ["type", "title", "placeName", "happenedAt", "audience", "attendance.youth", "attendance.others"];
    case "article": return ["url", "title", "publisher", "publishedOn"];
    case "shiftAttendance": return ["happenedAt", "checkedOutAt"];
  }
}

const visitFields: Record<VisitResult, readonly string[]> = {
  informed: ["household.head", "household.address", "consent.purposes"],
  absent: ["comeBackOn"],
  refused: [],
  moved: [],
};
