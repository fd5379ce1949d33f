import "server-only";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { documents } from "@/lib/text/documents";
import type { LetterheadText } from "./letterhead";

/** Who issues a document, and where. All of it is data: a province's own names, never the product's. */
export type Issuer = {
  /** The body above, such as `UBND TỈNH GIA LAI`. */
  readonly authority?: string | undefined;
  /** Such as `VĂN PHÒNG`. */
  readonly office: string;
  readonly place: string;
  /** Bodies of the Union write its name where those of the state write the country's. */
  readonly isYouthUnion?: boolean | undefined;
};

/** Without `number` there is room for the clerk to write it. */
export type DocumentNumber = { /** Such as `BC-VPUBND`. */ readonly symbol: string; readonly number?: string | undefined };

/** A day, or the year of one that is still to be written by hand. */
export type DocumentDay = LocalDate | { readonly year: number };

export function letterheadText({ authority, office, place, isYouthUnion }: Issuer, day: DocumentDay, number?: DocumentNumber): LetterheadText {
  return {
    authority,
    office,
    number: number && documents.number(padded(number.number), number.symbol),
    ...(isYouthUnion ? { country: documents.youthUnion } : { country: documents.country, motto: documents.motto }),
    placeAndDay: documents.placeAndDay(place, dayText(day)),
  };
}

/** Numbers below 10 have a zero before them. */
function padded(number: string | undefined): string | undefined {
  return number !== undefined && /^[1-9]$/.test(number) ? `0${number}` : number;
}

function dayText(day: DocumentDay): string {
  if (typeof day === "object") return documents.dayToWrite(String(day.year));
  const [year = "", month = "", ofMonth = ""] = day.split("-");
  return documents.day(year, month, ofMonth);
}
