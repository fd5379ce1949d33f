import type { EntryContent } from "@/lib/domain/entry/entry-content";
import type { HelpSession } from "@/lib/domain/entry/help-session";
import type { PersonSubject } from "@/lib/domain/entry/subject";
import { formatBirthDate } from "@/lib/domain/identity/birth-date";
import { maskPersonalNumber } from "@/lib/domain/identity/personal-number";
import { maskPhoneNumber } from "@/lib/domain/identity/phone-number";
import { formatDate } from "@/lib/domain/time/local-date";
import { entryDetail } from "@/lib/text/entry-detail";
import { audienceNames, duplicateReasonNames, entryKindFacts, eventTypeNames, visitResultNames } from "@/lib/text/entry-kinds";
import { helpSession } from "@/lib/text/help-session";
import { momentText } from "@/lib/text/moment";
import { placeKindNames } from "@/lib/text/outcomes";

type Fact = { readonly name: string; readonly value: string | undefined; readonly source?: string };

/** The fields as recorded, numbers masked, with where each came from. */
export function EntryFacts({ content, receipt }: { readonly content: EntryContent; readonly receipt: string | undefined }) {
  const consent = "consent" in content ? content.consent : undefined;
  const facts: Fact[] = [
    ...(content.kind === "helpSession" ? sessionFacts(content) : otherFacts(content)),
    { name: entryDetail.time, value: momentText(content.happenedAt) },
    { name: entryKindFacts.duplicateReason, value: "duplicateReason" in content && content.duplicateReason ? duplicateReasonNames[content.duplicateReason] : undefined },
    { name: entryDetail.consent, value: consent && consentText(consent) },
    { name: entryDetail.receipt, value: receipt },
  ];
  return (
    <dl>
      {facts.map(({ name, value, source }) =>
        value ? (
          <div key={name} className="flex flex-wrap items-baseline justify-between gap-x-4 border-t border-line py-2 first:border-t-0">
            <dt className="text-small text-ink-2">{name}</dt>
            <dd className="min-w-0 font-medium wrap-anywhere">
              {value}
              {source && <span className="ml-2 text-small font-normal text-ink-2">{source}</span>}
            </dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

function sessionFacts({ subject, place }: HelpSession): Fact[] {
  return [
    ...(subject.kind === "person" ? personFacts(subject) : [{ name: entryDetail.taxCode, value: subject.taxCode }]),
    { name: entryDetail.phone, value: subject.phone && maskPhoneNumber(subject.phone) },
    { name: entryDetail.place, value: [placeKindNames[place.kind], place.name].filter(Boolean).join(" · ") },
  ];
}

function otherFacts(content: Exclude<EntryContent, HelpSession>): Fact[] {
  switch (content.kind) {
    case "householdVisit": return [
      { name: entryKindFacts.result, value: visitResultNames[content.result] },
      { name: entryKindFacts.address, value: content.household.address },
      { name: entryKindFacts.comeBackOn, value: content.comeBackOn && formatDate(content.comeBackOn) },
    ];
    case "outreachEvent": return [
      { name: entryKindFacts.type, value: eventTypeNames[content.type] },
      { name: entryKindFacts.placeName, value: content.placeName },
      { name: entryKindFacts.audience, value: audienceNames[content.audience] },
      { name: entryKindFacts.attendance, value: entryKindFacts.attended(content.attendance.youth, content.attendance.others) },
    ];
    case "article": return [
      { name: entryKindFacts.publisher, value: content.publisher },
      { name: entryKindFacts.publishedOn, value: formatDate(content.publishedOn) },
      { name: entryKindFacts.url, value: content.url },
    ];
    case "shiftAttendance": return [
      { name: entryKindFacts.placeName, value: content.placeName },
      { name: entryKindFacts.checkedOut, value: content.checkedOutAt && momentText(content.checkedOutAt) },
    ];
  }
}

function personFacts({ personalNumber, birth, address, scanned }: PersonSubject): Fact[] {
  const source = (field: PersonSubject["scanned"][number]) => (scanned.includes(field) ? entryDetail.scanned : entryDetail.typed);
  return [
    { name: entryDetail.personalNumber, value: personalNumber && maskPersonalNumber(personalNumber), source: source("personalNumber") },
    { name: entryDetail.birth, value: birth && formatBirthDate(birth), source: source("birth") },
    { name: entryDetail.address, value: address, source: source("address") },
  ];
}

/** What was agreed to, one by one, then how, when, by whom and to which notice. */
function consentText({ purposes, method, givenAt, noticeVersion, guardian }: NonNullable<HelpSession["consent"]>): string {
  const { methods, purposes: names } = helpSession.consent;
  const agreed = purposes.map((purpose) => names[purpose].label).join(", ");
  const how = [methods[method].toLowerCase(), momentText(givenAt), entryDetail.notice(noticeVersion), guardian && entryDetail.guardian(guardian.name)];
  return `${agreed} (${how.filter(Boolean).join(", ")})`;
}
