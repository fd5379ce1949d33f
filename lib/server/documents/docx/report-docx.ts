import "server-only";
import { linesOf, type Annex, type AnnexHeadCell, type AnnexRow, type ReportBlock, type ReportDocument } from "@/lib/domain/report/report-document";
import type { Instant } from "@/lib/domain/time/local-date";
import { paragraph, type Block, type Cell, type Paragraph, type Section, type Table } from "./blocks";
import { textWidth } from "./document-xml";
import { fitColumns, type FittedColumn } from "./fit-columns";
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

function paragraphsOf(block: ReportBlock): Paragraph[] {
  if (block.kind === "heading") return [paragraph(block.level === 1 ? "heading1" : "heading2", block.text)];
  return linesOf(block.text).map((line) => paragraph("body", line));
}

/** Nobody signs a page on which nothing is said. */
function keepEndTogether(paragraphs: readonly Paragraph[]): Paragraph[] {
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
      ...(annex.notes.length > 0 ? [paragraph("noteHead", annex.notesHead, true), ...keepTogether(annex.notes.map((note) => paragraph("note", note)))] : []),
    ],
  };
}

function keepTogether(paragraphs: readonly Paragraph[]): Paragraph[] {
  return paragraphs.map((one, index) => ({ ...one, keepWithNext: index < paragraphs.length - 1 }));
}

function annexTable(annex: Annex, width: number): Table {
  const { columns, head, columnNumbers, rows, totals } = annex;
  const sidePadding = 0.6;
  return {
    kind: "table",
    ...fitColumns(columns.map((_, column) => contentOf(annex, column)), width, sidePadding),
    head: [...head.map((cells) => cells.map((cell) => headCell(cell, "cellHead"))), columnNumbers.map((cell) => headCell(cell, "cellOrdinal"))],
    rows: [...rows.map((row) => rowOf(row, columns, false)), ...totals.map((row) => rowOf(row, columns, true))],
    hasLines: true,
    sidePadding,
    padding: 1.5,
  };
}

/** What stands in a column: of its headings those that are its own alone. */
function contentOf({ columns, head, rows, totals }: Annex, column: number): FittedColumn {
  const texts = [...rows, ...totals].map(({ cells }) => cells[column]?.text ?? "");
  const words = head.flatMap((cells) => ownHeading(cells, columns.length, column)).flatMap((text) => breakable(text).split(/[\s\u200B]+/));
  return columns[column]?.kind === "name" ? { unbroken: words, wrapped: texts } : { unbroken: [...words, ...texts.flatMap((text) => text.split(" "))] };
}

/** The last row of headings has one for each column that no heading from above reaches into. */
function ownHeading(cells: readonly AnnexHeadCell[], columns: number, column: number): string[] {
  const covered = columns - cells.reduce((sum, cell) => sum + cell.columns, 0);
  let at = covered;
  for (const cell of cells) {
    if (at === column && cell.columns === 1) return [cell.text];
    at += cell.columns;
  }
  return [];
}

/** `tăng/giảm` is wider than its column: a place to break it that takes no room. */
function breakable(text: string): string {
  return text.replace(/(\p{L}\/)(?=\p{L})/gu, "$1\u200B");
}

function headCell({ text, columns, rows }: AnnexHeadCell, style: "cellHead" | "cellOrdinal"): Cell {
  return { content: [paragraph(style, breakable(text))], columns, rows };
}

function rowOf({ cells }: AnnexRow, columns: Annex["columns"], bold: boolean): Cell[] {
  return columns.map(({ kind }, index) => {
    const text = cells[index]?.text ?? "";
    return { content: [paragraph(cellStyles[kind], bold ? [{ text, bold }] : text)] };
  });
}

const cellStyles = { ordinal: "cellCenter", name: "cellText", number: "cellNumber" } as const;
