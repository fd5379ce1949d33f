import type { ReviewedEntry } from "@/lib/protocol/review-queue";
import { formatDate } from "@/lib/domain/time/local-date";
import { reviewDetail } from "@/lib/text/desk-review";
import { audienceNames, duplicateReasonNames, entryKindFacts, eventTypeNames, visitResultNames } from "@/lib/text/entry-kinds";
import { momentText } from "@/lib/text/moment";

type Content = NonNullable<ReviewedEntry["content"]>;
type Fact = readonly [name: string, value: string | undefined];

/** What a visit, an event, an article or a shift says, as recorded. */
export function ContentFacts({ content }: { readonly content: Content }) {
  return (
    <dl className="review-facts" aria-label={reviewDetail.facts}>
      {factsOf(content).map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

function factsOf(content: Content): readonly Fact[] {
  const { yes, no } = entryKindFacts;
  const said = (answer: boolean | undefined) => (answer === undefined ? undefined : answer ? yes : no);
  switch (content.kind) {
    case "householdVisit":
      return [
        [entryKindFacts.result, visitResultNames[content.result]],
        [entryKindFacts.address, content.household.address],
        [entryKindFacts.hasAccount, said(content.hasAccount)],
        [entryKindFacts.hasVneid, said(content.hasVneid)],
        [entryKindFacts.comeBackOn, content.comeBackOn && formatDate(content.comeBackOn)],
        [entryKindFacts.duplicateReason, content.duplicateReason && duplicateReasonNames[content.duplicateReason]],
      ];
    case "outreachEvent":
      return [
        [entryKindFacts.type, eventTypeNames[content.type]],
        [entryKindFacts.placeName, content.placeName],
        [entryKindFacts.audience, audienceNames[content.audience]],
        [entryKindFacts.attendance, entryKindFacts.attended(content.attendance.youth, content.attendance.others)],
      ];
    case "article":
      return [
        [entryKindFacts.publisher, content.publisher],
        [entryKindFacts.publishedOn, formatDate(content.publishedOn)],
        [entryKindFacts.url, content.url],
      ];
    case "shiftAttendance":
      return [
        [entryKindFacts.placeName, content.placeName],
        [entryKindFacts.checkedIn, momentText(content.happenedAt)],
        [entryKindFacts.checkedOut, content.checkedOutAt && momentText(content.checkedOutAt)],
      ];
  }
}
