import { strFromU8, unzipSync } from "fflate";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { LocalDate } from "@/lib/domain/time/local-date";
import { readRows } from "@/lib/server/spreadsheet/read-rows";
import { writeWorkbook } from "@/lib/server/spreadsheet/write/write-workbook";
import type { WorkbookCell, WorkbookSheet } from "@/lib/server/spreadsheet/write/workbook-sheet";
import { readCells } from "./read-all";

afterEach(() => {
  vi.useRealTimers();
});

const sheetOf = (rows: readonly (readonly WorkbookCell[])[], more: Partial<WorkbookSheet> = {}): WorkbookSheet => ({ name: "Danh sách", columns: [{ width: 20, style: "text" }], rows, ...more });
const partsOf = (workbook: Uint8Array) => Object.fromEntries(Object.entries(unzipSync(workbook)).map(([name, bytes]) => [name, strFromU8(bytes)]));

test("a written workbook is read back: numbers of people as they are, days as days", async () => {
  const rows = [[{ value: "Số định danh", style: "head" }, "Ngày"], ["052095001234", { value: { day: LocalDate.parse("2023-04-11") }, style: "day" }], ["=1+1", 48_000, { value: null, style: "text" }, { formula: "SUM(B3:B3)", result: 48_000 }]] as const;
  const workbook = await writeWorkbook([sheetOf(rows)]);
  expect(await readCells(readRows(workbook, "xlsx"))).toEqual([["Số định danh", "Ngày"], ["052095001234", "2023-04-11"], ["=1+1", "48000", "", "48000"]]);
});

test("any text is read back, but for what XML can't hold", async () => {
  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((value) => !/_x|[\0-\x1f\uFFFE\uFFFF]/.test(value));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), async (rows) => {
      expect(await readCells(readRows(await writeWorkbook([sheetOf(rows, { name: "A & 'B'" })]), "xlsx"))).toEqual(rows);
    }),
    { numRuns: 40 },
  );
  expect(await readCells(readRows(await writeWorkbook([sheetOf([["a\u0000b\uD800c\nd"]])]), "xlsx"))).toEqual([["abc\nd"]]);
});

test("prints on A4: head rows on every page, the footer as it was given; choices and merges where they belong", async () => {
  const workbook = await writeWorkbook([
    sheetOf([], { name: "Bìa" }),
    sheetOf([["x"]], { name: "Công an's", headRows: 3, repeatFrom: 2, merges: ["A1:C1"], choices: [{ cells: "C4:C9", values: ["xác nhận", "từ chối"] }], orientation: "landscape", footer: "Lê Thị Cúc & đội, 11/04/2023" }),
  ]);
  const parts = partsOf(workbook);
  expect(parts["xl/workbook.xml"]).toContain(`localSheetId="1">'Công an''s'!$2:$3</definedName>`);
  const sheet = parts["xl/worksheets/sheet2.xml"]!;
  expect(sheet.match(/<(sheetPr|sheetViews|cols|sheetData|mergeCells|dataValidations|pageMargins|pageSetup|headerFooter)\b/g)).toEqual(
    ["sheetPr", "sheetViews", "cols", "sheetData", "mergeCells", "dataValidations", "pageMargins", "pageSetup", "headerFooter"].map((name) => `<${name}`),
  );
  expect(sheet).toContain(`<formula1>&quot;xác nhận,từ chối&quot;</formula1>`);
  expect(sheet).toContain(`orientation="landscape" fitToWidth="1" fitToHeight="0"`);
  expect(sheet).toContain("&amp;L&amp;9Lê Thị Cúc &amp;&amp; đội, 11/04/2023");
});

test("what begins like a formula is marked as a text", async () => {
  const parts = partsOf(await writeWorkbook([sheetOf([["=HYPERLINK(1)"], ["+84"], ["-1"], ["@x"], ["a=1"]])]));
  const marked = [...parts["xl/styles.xml"]!.split("<cellXfs")[1]!.matchAll(/<xf [^>]*>/g)].map(([xf]) => xf.includes("quotePrefix"));
  const used = [...parts["xl/worksheets/sheet1.xml"]!.matchAll(/<c r="A\d" s="(\d+)"/g)].map(([, style]) => marked[Number(style)]);
  expect(used).toEqual([true, true, true, true, false]);
});

test("a formula may come to a text; bold and height are kept, and nothing else changes", async () => {
  const rows = [[{ value: { formula: `IF(B1=0,"-",1)`, result: "-" }, style: "percent", bold: true }, { value: 0, style: "percent" }]] as const;
  const workbook = await writeWorkbook([sheetOf(rows, { columns: [{ width: 9 }, { width: 9 }], heights: { 1: 32 } })]);
  const parts = partsOf(workbook);
  const sheet = parts["xl/worksheets/sheet1.xml"]!;
  expect(sheet).toContain(`<row r="1" ht="32" customHeight="1">`);
  expect(sheet).toMatch(/<c r="A1" s="\d+" t="str"><f>IF\(B1=0,&quot;-&quot;,1\)<\/f><v>-<\/v><\/c>/);
  expect(await readCells(readRows(workbook, "xlsx"))).toEqual([["-", "0"]]);
  const formats = [...parts["xl/styles.xml"]!.split("<cellXfs")[1]!.matchAll(/<xf numFmtId="(\d+)" fontId="(\d+)"/g)].map(([, format, font]) => ({ format, font }));
  const [bold, regular] = [...sheet.matchAll(/<c r="[AB]1" s="(\d+)"/g)].map(([, style]) => formats[Number(style)]);
  expect([bold, regular]).toEqual([{ format: "9", font: "1" }, { format: "9", font: "0" }]);
});

test.each([
  [{ headRows: 2 }, `<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>`],
  [{ headColumns: 1 }, `<pane xSplit="1" topLeftCell="B1" activePane="topRight" state="frozen"/>`],
  [{ headRows: 1, headColumns: 2 }, `<pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/>`],
])("what stays in sight: %o", async (more, pane) => {
  expect(partsOf(await writeWorkbook([sheetOf([["x"]], more)]))["xl/worksheets/sheet1.xml"]).toContain(pane);
});

test("equal sheets are equal files, whenever they are written", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-01-01T00:00:00Z") });
  const first = await writeWorkbook([sheetOf([["x"]])]);
  vi.setSystemTime(new Date("2026-11-22T00:00:00Z"));
  expect(Buffer.compare(await writeWorkbook([sheetOf([["x"]])]), first)).toBe(0);
});
