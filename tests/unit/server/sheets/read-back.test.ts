import { describe, expect, test } from "vitest";
import { readRows } from "@/lib/server/spreadsheet/read-rows";
import { writeWorkbook } from "@/lib/server/spreadsheet/write/write-workbook";
import { sheetDocument } from "@/lib/server/sheets/sheet-document";
import { workbookSheets } from "@/lib/server/sheets/sheet-workbook";
import { readCsv } from "../../../../prisma/demo/read-csv";
import { sheetSamples, type SheetSample } from "../../../factories/sheets";
import { readDocx } from "../documents/read-docx";
import { readCells } from "../spreadsheet/read-all";

const now = "2024-02-15T03:00:00.000Z";
const samples = sheetSamples();

function paperOf({ sheetOf }: SheetSample): string[][] {
  const sheet = sheetOf("docx");
  const { tables } = readDocx(sheetDocument(sheet, sheet.issuer!, "Bình Định", now));
  return tables[1]!.rows.map(({ cells }) => cells.map(({ text }) => text));
}

async function workbookOf({ sheetOf }: SheetSample): Promise<(readonly string[])[]> {
  const rows = await readCells(readRows(await writeWorkbook(workbookSheets(sheetOf("xlsx"), "Lê Thị Hoa")), "xlsx"));
  if (typeof rows === "string") throw new Error(rows);
  return rows;
}

/** What the columns of counts of the row with this name say. */
function countsIn(rows: readonly (readonly string[])[], { sheetOf }: SheetSample, name: string, read: (text: string) => number): (number | null)[] {
  const { columns } = sheetOf("xlsx").tables[0];
  const nameAt = columns.findIndex(({ kind }) => kind === "text");
  const row = rows.find((cells) => cells[nameAt] === name)!;
  return columns.flatMap(({ kind }, index) => (kind === "count" ? [(row[index] ?? "") === "" ? null : read(row[index]!)] : []));
}

describe.each(samples)("$name", (sample) => {
  test("says on paper the numbers that it was made of", () => {
    const rows = paperOf(sample);
    for (const [name, counts] of Object.entries(sample.counts)) expect(countsIn(rows, sample, name, (text) => Number(text.replaceAll(".", ""))), name).toEqual(counts);
  });

  test("says in a workbook the same, as numbers", async () => {
    const rows = await workbookOf(sample);
    for (const [name, counts] of Object.entries(sample.counts)) expect(countsIn(rows, sample, name, Number), name).toEqual(counts);
  });

  test("is issued by somebody and signed", () => {
    const sheet = sample.sheetOf("docx");
    const { paragraphs } = readDocx(sheetDocument(sheet, sheet.issuer!, "Bình Định", now));
    const texts = paragraphs.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining([sheet.issuer!.name.toUpperCase(), sheet.tables[0].title.toUpperCase(), ...sheet.issuer!.signers]));
  });
});

test("the rates of Đề án 06 are printed by the rule, and are fractions in the workbook", async () => {
  const printed = readCsv("de-an-06-2024-02.csv");
  const sample = samples.find(({ name }) => name === "de-an-06")!;
  const [paper, workbook] = [paperOf(sample), await workbookOf(sample)];
  // Two were printed with fewer decimals than the rule has.
  const known: Record<string, string> = { "78%": "78,11%", "99%": "99,01%" };
  for (const { service, total, online, online_rate_printed: rate } of printed) {
    expect(paper.find((cells) => cells[1] === service)!.at(-1)).toBe(known[rate!] ?? rate);
    expect(Number(workbook.find((cells) => cells[1] === service)!.at(-1))).toBeCloseTo(Number(online) / Number(total), 9);
  }
});

test("a unit's sheet says beside its numbers what phones still hold", () => {
  const sheet = samples.find(({ name }) => name === "don-vi")!.sheetOf("docx");
  const texts = readDocx(sheetDocument(sheet, sheet.issuer!, "Bình Định", now)).paragraphs.map(({ text }) => text).join("\n");
  expect(texts).toContain("Còn 214 mục trên 7 máy chưa gửi về");
});
