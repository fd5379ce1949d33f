import "server-only";
import { linesOf, type ReportBlock, type ReportDocument } from "@/lib/domain/report/report-document";
import { writeWorkbook } from "@/lib/server/spreadsheet/write/write-workbook";
import type { WorkbookSheet } from "@/lib/server/spreadsheet/write/workbook-sheet";
import { reportWorkbookTexts } from "@/lib/text/report-workbook";
import { annexSheet } from "./annex-sheet";
import { figuresOf } from "./figures-sheet";
import { heightOf } from "./row-height";

/** A report as a workbook (.xlsx): its text, both annexes with live totals, and the numbers that their shares come from. */
export function reportWorkbook(report: ReportDocument): Promise<Buffer> {
  const figures = figuresOf(report.annexes);
  return writeWorkbook([textSheet(report), ...report.annexes.map((annex) => annexSheet(annex, figures)), figures.sheet]);
}

/** In characters: what fits between the margins of an upright page. */
const textWidth = 74;

/** The text in one column, a paragraph a row. */
function textSheet({ letterhead, title, subject, addressee, body, ending }: ReportDocument): WorkbookSheet {
  const rows: TextRow[] = [
    bold(letterhead.authority), bold(letterhead.office), plain(letterhead.number), plain(letterhead.placeAndDay), plain(""),
    heading(title), ...subject.map(heading), plain(""), plain(addressee),
    ...body.flatMap(blockRows), plain(""),
    bold(ending.recipientsHead), ...ending.recipients.map(plain), ...ending.signer.map(bold),
  ];
  return {
    name: reportWorkbookTexts.report,
    columns: [{ width: textWidth, style: "paragraph" }],
    rows: rows.map((cell) => [cell]),
    heights: Object.fromEntries(rows.map(({ value, style }, index) => [index + 1, heightOf(value, textWidth, style === "heading" ? "heading" : "text")])),
  };
}

type TextRow = { readonly value: string; readonly style: "paragraph" | "heading"; readonly bold?: boolean };

const plain = (value: string): TextRow => ({ value, style: "paragraph" });
const bold = (value: string): TextRow => ({ value, style: "paragraph", bold: true });
const heading = (value: string): TextRow => ({ value, style: "heading" });

function blockRows(block: ReportBlock): TextRow[] {
  return block.kind === "heading" ? [bold(block.text)] : linesOf(block.text).map(plain);
}
