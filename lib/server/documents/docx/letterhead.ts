import "server-only";
import { paragraph, type Cell, type Paragraph, type Rule, type Table } from "./blocks";

export type LetterheadText = {
  /** The body above the issuing one. */
  readonly authority?: string | undefined;
  readonly office: string;
  readonly number?: string | undefined;
  readonly country: string;
  readonly motto?: string | undefined;
  readonly placeAndDay: string;
};

/**
 * The head of a document: the issuing bodies on the left, country and motto on the right, below them number and day.
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 1–4.
 * @param width of the page between its margins, in millimetres
 */
export function letterhead({ authority, office, number, country, motto, placeAndDay }: LetterheadText, width: number): Table {
  const left = Math.round(width * 0.38);
  const issuers = [...(authority ? [paragraph("superior", authority)] : []), paragraph("issuer", office), ruleOf(0.3)];
  const state = [paragraph("country", country), ...(motto ? [paragraph("motto", motto)] : []), ruleOf(motto ? 0.57 : 0.4)];
  return {
    kind: "table",
    widths: [left, width - left],
    hasLines: false,
    head: [],
    rows: [
      [topCell(issuers), topCell(state)],
      [topCell(number ? [paragraph("number", number)] : []), topCell([paragraph("placeAndDay", placeAndDay)])],
    ],
  };
}

function topCell(content: readonly (Paragraph | Rule)[]): Cell {
  return { content, vertical: "top" };
}

function ruleOf(share: number): Rule {
  return { kind: "rule", share };
}
