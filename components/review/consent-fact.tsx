import { Check, Minus, TriangleAlert } from "lucide-react";
import { Mark } from "@/components/ui/mark";
import type { ReviewedEntry } from "@/lib/protocol/review-queue";
import { reviewDetail } from "@/lib/text/desk-review";

/** What the citizen agreed to, how and to which version of the notice. */
export function ConsentFact({ entry: { consent, subject, history } }: { readonly entry: ReviewedEntry }) {
  if (subject ? subject.kind === "organisation" : !consent) return null;
  const withdrawn = history.some(({ step }) => step === "consentWithdrawn");
  const complete = consent?.purposes.includes("record");
  return (
    <div>
      <dt>{reviewDetail.consent}</dt>
      <dd>
        {consent
          ? reviewDetail.consentGiven(consent.purposes.length, consent.noticeVersion, reviewDetail.consentMethods[consent.method])
          : reviewDetail.notRecorded}
        {consent && (
          <span className="block desk-caption text-ink-2">
            {consent.purposes.map((purpose) => reviewDetail.consentPurposes[purpose]).join(", ")}
            {consent.guardian && ` · ${reviewDetail.consentByGuardian(consent.guardian.name)}`}
          </span>
        )}
      </dd>
      <dd className="review-source">
        {withdrawn && <Mark icon={Minus} tone="quiet">{reviewDetail.consentWithdrawn}</Mark>}
        {!withdrawn && complete && <Mark icon={Check} tone="ok">{reviewDetail.consentEnough}</Mark>}
        {!withdrawn && !complete && <Mark icon={TriangleAlert} tone="warn">{reviewDetail.consentMissing}</Mark>}
      </dd>
    </div>
  );
}
