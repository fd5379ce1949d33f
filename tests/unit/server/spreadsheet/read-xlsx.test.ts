import { strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { writeFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { limitsOf } from "@/lib/server/spreadsheet/limits";
import { readRows } from "@/lib/server/spreadsheet/read-rows";
import { listSheets } from "@/lib/server/spreadsheet/xlsx/read-xlsx";
import { escape, inline, makeWorkbook, number, row, shared, sheet, styles } from "./make-workbook";
import { readAll, readCells } from "./read-all";

const limits = limitsOf.xlsx;
const workbookOf = (rows: string, after = "", more: Partial<Parameters<typeof makeWorkbook>[0]> = {}) => makeWorkbook({ sheets: [{ name: "Sheet1", xml: sheet(rows, after) }], styles, ...more });
const cellsOf = (workbook: Uint8Array) => readCells(readRows(workbook, "xlsx"));

describe("a sheet's rows", () => {
  test("hold texts of all sorts, with the numbers that Excel shows; empty rows are left out", async () => {
    const sharedStrings = `<sst><si><t>Mã hồ sơ</t></si><si><r><t>Ngày </t></r><r><rPr><b/></rPr><t xml:space="preserve">nộp</t></r><rPh sb="0" eb="1"><t>đọc</t></rPh></si></sst>`;
    const rows = row(2, shared("B2", 0), shared("C2", 1)) + row(3, `<c r="A3" s="1"/>`) + row(5, inline("A5", " a &\n<b> "), `<c r="B5" t="str"><f>"x"&amp;1</f><v>x1</v></c>`, `<c r="D5" t="b"><v>1</v></c>`, `<c r="E5" t="e"><v>#N/A</v></c>`, inline("F5", "dòng_x000D_mới"));
    expect(await readAll(readRows(workbookOf(rows, "", { sharedStrings }), "xlsx"))).toEqual([
      { rowNumber: 2, cells: ["", "Mã hồ sơ", "Ngày nộp"] },
      { rowNumber: 5, cells: [" a &\n<b> ", "x1", "", "1", "#N/A", "dòng\rmới"] },
    ]);
  });

  test("hold days by their style, other numbers in full digits", async () => {
    const rows = row(1, number("A1", "45027", 1), number("B1", "45027.354166666664", 2), number("C1", "50000", 3), number("D1", "45027", 4), number("E1", "45027"), number("F1", "5.2095001234E10"), number("G1", "0.1"), number("H1", "59", 1), number("I1", "61", 1));
    expect(await cellsOf(workbookOf(rows))).toEqual([["2023-04-11", "2023-04-11 08:30:00", "50000", "45027", "45027", "52095001234", "0.1", "1900-02-28", "1900-03-01"]]);
  });

  test("hold the same days where they count from 1904", async () => {
    const rows = row(1, number("A1", "43565", 1), number("B1", "0", 1));
    expect(await cellsOf(workbookOf(rows, "", { workbookPr: `<workbookPr date1904="1"/>` }))).toEqual([["2023-04-11", "1904-01-01"]]);
  });

  test("say in each what cells merged downwards hold; beside it the first cell only", async () => {
    const rows = row(1, inline("A1", "Danh sách")) + row(2, inline("A2", "Chi đoàn 1"), inline("B2", "An")) + row(3, `<c r="A3"/>`, inline("B3", "Bình")) + row(4, inline("B4", "Chi"));
    const merged = `<mergeCells count="2"><mergeCell ref="A1:D1"/><mergeCell ref="A2:A3"/></mergeCells>`;
    expect(await cellsOf(workbookOf(rows, merged))).toEqual([["Danh sách"], ["Chi đoàn 1", "An"], ["Chi đoàn 1", "Bình"], ["", "Chi"]]);
  });

  test("need neither addresses nor a plain prefix", async () => {
    const xml = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:t>b</x:t></x:is></x:c></x:row><x:row><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(await readAll(readRows(makeWorkbook({ sheets: [{ name: "S", xml }] }), "xlsx"))).toEqual([
      { rowNumber: 1, cells: ["1", "b"] },
      { rowNumber: 2, cells: ["2"] },
    ]);
  });

  test("are read back as they were written, also from a file on disk", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "sheet-"));
    const text = fc.string({ unit: "grapheme", maxLength: 8 }).filter((value) => !value.includes("_x") && !/[\0-\x1f\uFFFE\uFFFF]/.test(value));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { maxLength: 6 }), async (table) => {
        const rows = table.map((cells, index) => row(index + 1, ...cells.map((cell, column) => inline(`${String.fromCharCode(65 + column)}${index + 1}`, cell))));
        const file = path.join(folder, "a.xlsx");
        await writeFile(file, workbookOf(rows.join("")));
        const read = await readAll(readRows({ path: file }, "xlsx"));
        const written = table.map((cells, index) => ({ rowNumber: index + 1, cells: cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1) }));
        expect(read).toEqual(written.filter(({ cells }) => cells.length > 0));
      }),
      { numRuns: 40 },
    );
    await rm(folder, { recursive: true });
  });
});

describe("of several sheets", () => {
  const filled = (text: string) => sheet(row(1, inline("A1", text)));
  const workbook = makeWorkbook({ sheets: [{ name: "Trống", xml: sheet("") }, { name: "Ẩn", xml: filled("ẩn"), state: "hidden" }, { name: "Hồ sơ & khác", xml: filled("a") }, { name: "Sau", xml: filled("b") }] });

  test("the first one that shows something is read, or the one that is named", async () => {
    expect(await readCells(readRows(workbook, "xlsx"))).toEqual([["a"]]);
    expect(await readCells(readRows(workbook, "xlsx", limits, "Sau"))).toEqual([["b"]]);
    expect(await readCells(readRows(workbook, "xlsx", limits, "Trống"))).toEqual([]);
    expect(await readCells(readRows(workbook, "xlsx", limits, "Không có"))).toBe("sheetUnknown");
  });

  test("those that are shown can be chosen", async () => {
    expect(await listSheets(workbook, limits)).toEqual(["Trống", "Hồ sơ & khác", "Sau"]);
  });
});

describe("a workbook is refused", () => {
  const five = workbookOf([1, 2, 3, 4, 5].map((at) => row(at, number(`A${at}`, "1"), number(`B${at}`, "2"))).join(""));
  const endless = workbookOf(row(1, inline("A1", "x".repeat(40_000_000))));
  const many = workbookOf("", "", { sharedStrings: `<sst>${`<si><t>${"x".repeat(60_000)}</t></si>`.repeat(1_200)}</sst>` });
  const filledMany = makeWorkbook({ sheets: [{ name: "S", xml: sheet(row(1, shared("A1", 0))) }], sharedStrings: `<sst>${`<si><t>${"x".repeat(60_000)}</t></si>`.repeat(1_200)}</sst>` });

  test.each([
    ["with too many rows", five, { ...limits, rows: 4 }, "fileTooManyRows"],
    ["with too many cells", five, { ...limits, cells: 9 }, "tooLarge"],
    ["with too many bytes", five, { ...limits, fileBytes: 100 }, "tooLarge"],
    ["that unpacks to too much", endless, { ...limits, unpackedBytes: 20_000_000 }, "tooLarge"],
    ["with a text without an end", endless, limits, "fileUnreadable"],
    ["with too many shared texts", filledMany, limits, "tooLarge"],
    ["with a cell far to the right", workbookOf(row(1, number("XFD1", "1"))), limits, "tooLarge"],
    ["cut short", five.slice(0, five.length - 40), limits, "fileUnreadable"],
    ["with parts that don't unpack", damaged(five), limits, "fileUnreadable"],
    ["that is no XML inside", makeWorkbook({ sheets: [{ name: "S", xml: "<worksheet><v>1</worksheet>" }] }), limits, "fileUnreadable"],
    ["that is another archive", zipSync({ "word/document.xml": strToU8("<a/>") }), limits, "fileUnreadable"],
    ["that is a text file", strToU8("a,b\n1,2"), limits, "fileUnreadable"],
    ["of the old kind, or with a password", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), limits, "fileIsOldExcel"],
    ["that is nothing", new Uint8Array(), limits, "fileUnreadable"],
  ])("%s", async (_, workbook, limits, code) => expect(await readCells(readRows(workbook, "xlsx", limits))).toBe(code));

  test("not for shared texts that no sheet needs", async () => expect(await cellsOf(many)).toEqual([]));

  test("where a part unpacks to more than its directory promises", async () => {
    const lying = Buffer.from(workbookOf(row(1, inline("A1", escape("x".repeat(100_000))))));
    const directory = lying.lastIndexOf("xl/worksheets/sheet1.xml") - 46;
    lying.writeUInt32LE(500, directory + 24);
    expect(await cellsOf(lying)).toBe("fileUnreadable");
  });
});

/** Other bytes in the middle of what is packed. */
function damaged(workbook: Uint8Array): Uint8Array {
  const copy = Buffer.from(workbook);
  const start = copy.indexOf("xl/worksheets/sheet1.xml") + "xl/worksheets/sheet1.xml".length;
  copy.fill(0xff, start, start + 40);
  return copy;
}
