import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import type { ReviewedEntry } from "@/lib/protocol/review-queue";
import { formatDate } from "@/lib/domain/time/local-date";
import { reviewDetail } from "@/lib/text/desk-review";
import { audienceNames, duplicateReasonNames, entryKindFacts, eventTypeNames, visitResultNames } from "@/lib/text/entry-kinds";
import { momentText } from "@/lib/text/moment";

type Content = NonNullable<ReviewedEntry["content"]>;
type Fact = readonly [name: string, value: ReactNode];

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
        [entryKindFacts.url, <ArticleLink key="url" url={content.url} />],
      ];
    case "shiftAttendance":
      return [
        [entryKindFacts.placeName, content.placeName],
        [entryKindFacts.checkedIn, momentText(content.happenedAt)],
        [entryKindFacts.checkedOut, content.checkedOutAt && momentText(content.checkedOutAt)],
      ];
  }
}

/** Opens beside the desk, so that the decision stays where it is; the site learns nothing of where one comes from. */
function ArticleLink({ url }: { readonly url: string }) {
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" className="inline-flex min-h-6 items-start gap-1.5 text-brand underline underline-offset-3">
      <span className="break-all">{url}</span>
      <ExternalLink aria-hidden size={16} className="mt-0.5 flex-none" />
      <span className="sr-only">{entryKindFacts.opensInNewTab}</span>
    </a>
  );
}
