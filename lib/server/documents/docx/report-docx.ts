import "server-only";
import { linesOf, type Annex, type AnnexHeadCell, type AnnexRow, type ReportBlock, type ReportDocument } from "@/lib/domain/report/report-document";
import type { Instant } from "@/lib/domain/time/local-date";
import { paragraph, type Block, type Cell, type Section, type Table } from "./blocks";
import { textWidth } from "./document-xml";
import { letterhead } from "./letterhead";
import { recipientsAndSigner } from "./signatures";
import { writeDocx } from "./write-docx";

/**
 * A report as a Word document (.docx): letterhead, body and ending upright, each annex on pages turned and numbered
 * for themselves. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I.
 * @param createdAt when the report was published, or its numbers were read: equal reports are equal files
 */
export function reportDocx(report: ReportDocument, createdAt: Instant): Buffer {
  const sections = [{ orientation: "portrait", blocks: bodyBlocks(report) } as const, ...report.annexes.map(annexSection)];
  return writeDocx(sections, { title: [report.title, ...report.subject].join(" "), author: report.letterhead.office, createdAt });
}

function bodyBlocks({ letterhead: head, title, subject, addressee, body, ending }: ReportDocument): Block[] {
  const width = textWidth("portrait");
  const name = ending.signer.findLast(isName);
  const signer = { offices: ending.signer.filter((line) => line !== name), name };
  return [
    letterhead(head, width),
    paragraph("title", title),
    ...subject.map((line) => paragraph("abstract", line)),
    { kind: "rule", share: 0.2 },
    ...(addressee ? [paragraph("addressee", addressee)] : []),
    ...keepEndTogether(body.flatMap(paragraphsOf)),
    recipientsAndSigner({ head: ending.recipientsHead, lines: ending.recipients }, signer, width),
  ];
}

/** Offices are written in capitals, names are not. */
function isName(line: string): boolean {
  return line !== line.toLocaleUpperCase("vi");
}

function paragraphsOf(block: ReportBlock) {
  if (block.kind === "heading") return [paragraph(block.level === 1 ? "heading1" : "heading2", block.text)];
  return linesOf(block.text).map((line) => paragraph("body", line));
}

/** Nobody signs a page on which nothing is said. */
function keepEndTogether(paragraphs: readonly ReturnType<typeof paragraph>[]) {
  return paragraphs.map((one, index) => (index === paragraphs.length - 1 ? { ...one, keepWithNext: true } : one));
}

function annexSection(annex: Annex): Section {
  return {
    orientation: "landscape",
    blocks: [
      paragraph("annexNumber", annex.label),
      ...annex.title.map((line) => paragraph("annexTitle", line)),
      paragraph("annexReference", annex.attachedTo),
      annexTable(annex, textWidth("landscape")),
      ...(annex.notes.length > 0 ? [paragraph("noteHead", annex.notesHead, true), ...annex.notes.map((note) => paragraph("note", note))] : []),
    ],
  };
}

function annexTable({ columns, head, columnNumbers, rows, totals }: Annex, width: number): Table {
  const widthOf = ({ kind, width }: Annex["columns"][number]) => (kind === "ordinal" ? Math.max(width, 6) : width);
  const whole = columns.reduce((sum, column) => sum + widthOf(column), 0);
  return {
    kind: "table",
    widths: columns.map((column) => (widthOf(column) / whole) * width),
    head: [...head.map((cells) => cells.map((cell) => headCell(cell, "cellHead"))), columnNumbers.map((cell) => headCell(cell, "cellOrdinal"))],
    rows: [...rows.map((row) => rowOf(row, columns, false)), ...totals.map((row) => rowOf(row, columns, true))],
    hasLines: true,
    // Annex 2 has a third more columns than annex 1.
    ...(columns.length > 18 ? { fontSize: 9, sidePadding: 0.6 } : { fontSize: 10.5, sidePadding: 0.7 }),
    padding: 1.5,
  };
}

/** Takes no room: `tăng/giảm` is wider than its column. */
const breakHere = "\u200B";

function headCell({ text, columns, rows }: AnnexHeadCell, style: "cellHead" | "cellOrdinal"): Cell {
  return { content: [paragraph(style, text.replace(/(\p{L})\/(?=\p{L})/gu, `$1/${breakHere}`))], columns, rows };
}

function rowOf({ cells }: AnnexRow, columns: Annex["columns"], bold: boolean): Cell[] {
  return columns.map(({ kind }, index) => {
    const text = cells[index]?.text ?? "";
    return { content: [paragraph(cellStyles[kind], bold ? [{ text, bold }] : text)] };
  });
}

const cellStyles = { ordinal: "cellCenter", name: "cellText", number: "cellNumber" } as const;
