import "server-only";
import type { Instant } from "@/lib/domain/time/local-date";
import { documents } from "@/lib/text/documents";
import { paragraph, type Block, type Cell, type Table } from "./blocks";
import { textWidth } from "./document-xml";
import { letterheadText, type DocumentDay, type DocumentNumber, type Issuer } from "./issuer";
import { letterhead } from "./letterhead";
import { recipientsAndSigner, signers, type Signer } from "./signatures";
import { writeDocx } from "./write-docx";

export type DocumentColumn = {
  readonly heading: string;
  /** How wide beside the others: 2 is twice as wide as 1. */
  readonly width: number;
  /** Numbers right, everything else left, unless said. */
  readonly align?: "left" | "center" | "right";
  /** Columns beside each other with the same group stand below one heading. */
  readonly group?: string;
};

/** Numbers are written the Vietnamese way, `1.234,5`; percentages and days come as texts. */
export type DocumentValue = string | number | null;

/** A row of several cells, or one line of text across all of them, such as the name of a team. */
export type DocumentRow = readonly DocumentValue[] | { readonly across: string };

export type TableDocument = {
  readonly issuer: Issuer;
  readonly day: DocumentDay;
  readonly number?: DocumentNumber;
  /** In capitals: `DANH SÁCH`. */
  readonly title: string;
  /** What it is about: one or more lines. */
  readonly subtitle?: string | readonly string[];
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly DocumentRow[];
  /** Bold rows at the end: the sums. */
  readonly totals?: readonly (readonly DocumentValue[])[];
  readonly notes?: readonly string[];
  readonly orientation?: "portrait" | "landscape";
  /** Points; 12 unless a wide table needs less. */
  readonly fontSize?: number;
  /** (1), (2)… below the headings. */
  readonly numbersColumns?: boolean;
  /** Side by side below the table; a single one stands on the right, with the recipients at its left. */
  readonly signers?: readonly Signer[];
  /** As they are printed: `- Lưu: VT.` */
  readonly recipients?: readonly string[];
  /** The moment the numbers were read: the file says it was made then, so that equal numbers make equal files. */
  readonly createdAt: Instant;
};

/** A Word document (.docx) that is one table with a state document's head: sheets, lists, monthly tables. */
export function tableDocument(document: TableDocument): Buffer {
  const { issuer, day, number, title, subtitle = [], notes = [], recipients = [], orientation = "portrait" } = document;
  const width = textWidth(orientation);
  const about = typeof subtitle === "string" ? [subtitle] : subtitle;
  const blocks: Block[] = [
    letterhead(letterheadText(issuer, day, number), width),
    paragraph("title", title),
    ...about.map((line) => paragraph("abstract", line)),
    { kind: "rule", share: 0.2, after: 12 },
    tableOf(document, width),
    ...(notes.length > 0 ? [paragraph("noteHead", documents.notes, true), ...notes.map((note) => paragraph("note", note))] : []),
    ...signatures(document.signers ?? [], recipients, width),
  ];
  return writeDocx([{ orientation, blocks }], { title: [title, ...about].join(" "), author: issuer.office, createdAt: document.createdAt });
}

function tableOf({ columns, rows, totals = [], fontSize, numbersColumns }: TableDocument, width: number): Table {
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  const ordinals = columns.map((_, index): Cell => ({ content: [paragraph("cellOrdinal", `(${index + 1})`)] }));
  return {
    kind: "table",
    widths: columns.map((column) => (column.width / whole) * width),
    head: [...headOf(columns), ...(numbersColumns ? [ordinals] : [])],
    rows: [...rows.map((row) => rowOf(row, columns)), ...totals.map((row) => valuesOf(row, columns, true))],
    hasLines: true,
    padding: 2,
    sidePadding: 1.2,
    ...(fontSize === undefined ? {} : { fontSize }),
  };
}

/** One row, or two where columns stand in groups. */
function headOf(columns: readonly DocumentColumn[]): Cell[][] {
  const head = (text: string, more: Partial<Cell> = {}): Cell => ({ content: [paragraph("cellHead", text)], ...more });
  if (columns.every(({ group }) => group === undefined)) return [columns.map(({ heading }) => head(heading))];
  const first = columns.flatMap(({ group, heading }, index) => {
    if (group === undefined) return head(heading, { rows: 2 });
    if (columns[index - 1]?.group === group) return [];
    const beside = columns.slice(index).findIndex((column) => column.group !== group);
    return head(group, { columns: beside < 0 ? columns.length - index : beside });
  });
  return [first, columns.filter(({ group }) => group !== undefined).map(({ heading }) => head(heading))];
}

function rowOf(row: DocumentRow, columns: readonly DocumentColumn[]): Cell[] {
  if (!("across" in row)) return valuesOf(row, columns, false);
  return [{ content: [paragraph("cellText", [{ text: row.across, bold: true }])], columns: columns.length }];
}

function valuesOf(values: readonly DocumentValue[], columns: readonly DocumentColumn[], bold: boolean): Cell[] {
  return columns.map(({ align }, index) => {
    const value = values[index] ?? "";
    const text = typeof value === "number" ? value.toLocaleString("vi-VN") : value;
    return { content: [paragraph(cellStyles[align ?? (typeof value === "number" ? "right" : "left")], bold ? [{ text, bold }] : text)] };
  });
}

const cellStyles = { left: "cellText", center: "cellCenter", right: "cellNumber" } as const;

function signatures(people: readonly Signer[], recipients: readonly string[], width: number): Block[] {
  const [first] = people;
  if (!first) return [];
  const isAlone = people.length === 1;
  return [isAlone ? recipientsAndSigner({ head: documents.recipients, lines: recipients }, first, width) : signers(people, width)];
}
