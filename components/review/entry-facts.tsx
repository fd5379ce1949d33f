import type { ReactNode } from "react";
import { formatBirthDate } from "@/lib/domain/identity/birth-date";
import type { PersonSubject } from "@/lib/domain/entry/subject";
import type { ReviewedEntry, ReviewedSubject } from "@/lib/protocol/review-queue";
import { reviewDetail } from "@/lib/text/desk-review";
import { duplicateReasonNames, entryKindFacts } from "@/lib/text/entry-kinds";
import { ConsentFact } from "./consent-fact";
import { MaskedFact } from "./masked-fact";

/** Who was helped, each field with where it came from. Number and phone stay masked until asked for. */
export function EntryFacts({ entry }: { readonly entry: ReviewedEntry }) {
  const { subject } = entry;
  if (!subject) return null;
  return (
    <dl className="review-facts" aria-label={reviewDetail.facts}>
      {subject.kind === "person" ? <PersonFacts entry={entry} subject={subject} /> : <OrganisationFacts subject={subject} />}
      {subject.phoneLastThree && (
        <MaskedFact
          key={`${entry.id} phone`}
          entryId={entry.id}
          field="phone"
          label={reviewDetail.phone}
          masked={`•••• ••• ${subject.phoneLastThree}`}
        />
      )}
      {entry.duplicateReason && <Fact label={entryKindFacts.duplicateReason}>{duplicateReasonNames[entry.duplicateReason]}</Fact>}
      <ConsentFact entry={entry} />
    </dl>
  );
}

function PersonFacts({ entry, subject }: { readonly entry: ReviewedEntry; readonly subject: Extract<ReviewedSubject, { kind: "person" }> }) {
  const source = (field: PersonSubject["scanned"][number]) =>
    subject.scanned.includes(field) ? reviewDetail.scanned : reviewDetail.typed;
  return (
    <>
      {subject.lastFour && (
        <MaskedFact
          key={`${entry.id} number`}
          entryId={entry.id}
          field="personalNumber"
          label={reviewDetail.personalNumber}
          masked={`•••• •••• ${subject.lastFour}`}
          source={source("personalNumber")}
        />
      )}
      {subject.birth && (
        <Fact label={reviewDetail.birth} odd={entry.flags.includes("numberAndBirthDiffer")} source={source("birth")}>
          {formatBirthDate(subject.birth)}
        </Fact>
      )}
      {subject.sex && (
        <Fact label={reviewDetail.sex} odd={entry.flags.includes("numberAndSexDiffer")} source={source("sex")}>
          {reviewDetail.sexes[subject.sex]}
        </Fact>
      )}
      <Fact label={reviewDetail.residence} source={subject.address ? source("address") : undefined}>
        {subject.address ?? <span className="text-ink-3">{reviewDetail.notRecorded}</span>}
      </Fact>
    </>
  );
}

function OrganisationFacts({ subject }: { readonly subject: Extract<ReviewedSubject, { kind: "organisation" }> }) {
  return (
    <Fact label={reviewDetail.taxCode}>
      {subject.taxCode ?? <span className="text-ink-3">{reviewDetail.notRecorded}</span>}
    </Fact>
  );
}

function Fact({
  label,
  source,
  odd = false,
  children,
}: {
  readonly label: string;
  readonly source?: string | undefined;
  readonly odd?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div>
      <dt>{label}</dt>
      <dd data-odd={odd || undefined}>{children}</dd>
      {source && <dd className="review-source">{source}</dd>}
    </div>
  );
}
