import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import type { CheckedKind } from "@/lib/domain/evidence/checked-kind";
import { formatDate } from "@/lib/domain/time/local-date";
import type { CheckRow } from "@/lib/protocol/evidence";
import { checkTexts, officerTexts } from "@/lib/text/desk-checks";
import { policeTexts } from "@/lib/text/desk-police";

export type CheckColumn = { readonly head: string; readonly of: (row: CheckRow, number: string | undefined) => ReactNode; readonly isNumeric?: boolean };

const police = policeTexts.columns;
const officer = officerTexts.columns;
const day: CheckColumn = { head: police.day, of: ({ happenedOn }) => formatDate(happenedOn), isNumeric: true };
const place: CheckColumn = { head: police.place, of: ({ areaName }) => areaName };

/** What of a row is shown, by kind: nothing that deciding doesn't need. */
export const checkColumns: Record<CheckedKind, readonly CheckColumn[]> = {
  vneidActivated: [
    { head: police.name, of: ({ name }) => name },
    { head: police.birthYear, of: ({ birthYear }) => birthYear, isNumeric: true },
    { head: police.number, of: numberOf, isNumeric: true },
    place, day,
  ],
  householdInformed: [{ head: police.head, of: ({ name }) => name }, { head: police.address, of: ({ address }) => address }, place, day],
  articlePublished: [
    { head: officer.title, of: ({ title }) => title },
    { head: officer.publisher, of: ({ publisher }) => publisher },
    { head: officer.link, of: linkOf },
    { head: officer.unit, of: ({ unitName }) => unitName },
    day,
  ],
  eventHeld: [
    { head: officer.title, of: ({ title }) => title },
    { head: officer.place, of: ({ placeName }) => placeName },
    { head: officer.attendance, of: ({ attendance }) => attendance && officerTexts.attendance(attendance.youth, attendance.others), isNumeric: true },
    { head: officer.unit, of: ({ unitName }) => unitName },
    day,
  ],
};

/** In groups of four, as people read it out. */
function numberOf({ lastFour }: CheckRow, number: string | undefined): string {
  if (number) return number.replace(/(\d{4})(?=\d)/g, "$1 ");
  return lastFour ? checkTexts.hiddenNumber(lastFour) : checkTexts.noNumber;
}

function linkOf({ url, title }: CheckRow): ReactNode {
  if (!url || !/^https?:/.test(url)) return null;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" aria-label={`${officerTexts.openLink} ${title ?? ""}, ${officerTexts.opensNew}`}>
      <ExternalLink aria-hidden size={16} strokeWidth={1.8} />{officerTexts.openLink}
    </a>
  );
}
