import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { annexIndicators, isRatio } from "@/lib/domain/report/report-table";
import { composeReport } from "@/lib/server/documents/compose-report";
import { reportWorkbook } from "@/lib/server/documents/xlsx/report-workbook";
import { limitsOf } from "@/lib/server/spreadsheet/limits";
import { readRows } from "@/lib/server/spreadsheet/read-rows";
import { listSheets } from "@/lib/server/spreadsheet/xlsx/read-xlsx";
import { startingParagraphs } from "@/lib/text/report";
import { annexTable, augustReport, printedUnits, someCells, withLine } from "../../../factories/report-table";
import { readCells } from "../spreadsheet/read-all";
import { calculate, cellsOf, type Cells } from "./calculate";

let workbook: Buffer;
let cells: Cells;
beforeAll(async () => {
  workbook = await reportWorkbook(composeReport(augustReport({ paragraphs: startingParagraphs })));
  cells = cellsOf(workbook);
});

const rowsOf = async (sheet: string) => {
  const rows = await readCells(readRows(workbook, "xlsx", limitsOf.xlsx, sheet));
  if (typeof rows === "string") throw new Error(rows);
  return rows;
};
/** As a spreadsheet shows it: whole percent, or one decimal where it is small. */
const asShown = (value: string, isShare: boolean) => (isShare ? `${Math.round(Number(value) * 100)}` : value);

test("its sheets: the text, both annexes, the numbers of the shares", async () => {
  expect(await listSheets(workbook, limitsOf.xlsx)).toEqual(["Báo cáo", "Phụ lục 1", "Phụ lục 2", "Số liệu"]);
  const text = (await rowsOf("Báo cáo")).flat();
  expect(text).toContain("Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh");
  expect(text.find((line) => line.startsWith("- Chỉ tiêu 5"))).toContain("đạt 64% chỉ tiêu");
});

test("annex 1: every number is a number, and the printed one", async () => {
  const rows = (await rowsOf("Phụ lục 1")).filter(([ordinal]) => /^\d+$/.test(ordinal!));
  expect(rows.map((row) => row.map((value, column) => (column < 3 ? value : asShown(value, isRatio(annexIndicators[Math.floor((column - 3) / 2)]!)))))).toEqual(
    printedUnits().map(({ name, members, targets, august }, index) => [String(index + 1), name, String(members), ...annexIndicators.flatMap((one) => [String(targets[one]), String(august[one])])]),
  );
});

test("annex 2: all 420 cells, changes too", async () => {
  const rows = (await rowsOf("Phụ lục 2")).filter(([ordinal]) => /^\d+$/.test(ordinal!));
  const shown = rows.map((row) => row.slice(2).map((value, column) => {
    const isChange = column % 3 === 2;
    if (!isChange) return asShown(value, isRatio(annexIndicators[Math.floor(column / 3)]!));
    const percent = Math.abs(Number(value) * 100);
    return value === "-" ? "-" : `${percent > 0 && percent < 0.5 ? (Number(value) * 100).toFixed(1) : Math.round(Number(value) * 100)}%`;
  }));
  expect(shown).toEqual(printedUnits().map(({ july, august, changes }) => annexIndicators.flatMap((one) => [String(july[one]), String(august[one]), changes[one]])));
});

describe("live", () => {
  test("every formula comes to what is cached", () => {
    const formulas = [...cells].filter(([, { formula }]) => formula !== undefined);
    expect(formulas.length).toBeGreaterThan(250);
    const wrong = formulas.filter(([at, { value }]) => {
      const result = calculate(cells, at);
      return typeof result === "string" || typeof value === "string" ? result !== value : Math.abs(result - value) > 1e-9;
    });
    expect(wrong).toEqual([]);
  });

  test("what was done is a sum, the province's target its own number, the share of it reckoned", () => {
    expect(cells.get("Phụ lục 1!E28")).toEqual({ formula: "SUM(E8:E27)", value: 60_929 });
    expect(cells.get("Phụ lục 1!D28")).toEqual({ value: 48_000 });
    expect(cells.get("Phụ lục 1!E29")).toEqual({ formula: "IF(D28=0,0,E28/D28)", value: 60_929 / 48_000 });
    expect(cells.get("Phụ lục 1!I8")).toEqual({ formula: "IF('Số liệu'!D4=0,0,'Số liệu'!C4/'Số liệu'!D4)", value: 659 / 1_693 });
    expect(cells.get("Số liệu!C24")).toEqual({ formula: "SUM(C4:C23)", value: 42_628 });
  });

  test("another number in a unit's row changes what follows from it", () => {
    const changed = new Map(cells).set("Phụ lục 1!E8", { value: 1_448 }).set("Số liệu!C4", { value: 660 });
    expect([calculate(changed, "Phụ lục 1!E28"), calculate(changed, "Phụ lục 1!E29"), calculate(changed, "Phụ lục 1!I28")]).toEqual([60_930, 60_930 / 48_000, 42_629 / 133_136]);
  });

  test("a total that its rows don't add up to is no sum; what nobody knows is no zero", async () => {
    const table = withLine(annexTable(), 0, (line) => ({ ...line, cells: someCells({ member_accounts: 1_400 }) }));
    const other = cellsOf(await reportWorkbook(composeReport(augustReport({ table }))));
    expect([other.get("Phụ lục 1!E28"), other.get("Phụ lục 1!I8")]).toEqual([{ value: 60_929 }, { value: "chưa rõ" }]);
  });
});

test("prints A4 across, one page wide, with the head and its numbers on every page; the head and the names stay in sight", () => {
  const parts = unzipSync(workbook);
  const [annex1, annex2] = [2, 3].map((sheet) => strFromU8(parts[`xl/worksheets/sheet${sheet}.xml`]!));
  for (const xml of [annex1!, annex2!]) expect(xml).toContain(`<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`);
  expect(annex1).toContain(`<pane xSplit="2" ySplit="7" topLeftCell="C8" activePane="bottomRight" state="frozen"/>`);
  const names = strFromU8(parts["xl/workbook.xml"]!);
  expect([...names.matchAll(/_xlnm.Print_Titles" localSheetId="(\d)">([^<]*)</g)].map(([, sheet, rows]) => [sheet, rows])).toEqual([
    ["1", "'Phụ lục 1'!$4:$7"], ["2", "'Phụ lục 2'!$5:$8"], ["3", "'Số liệu'!$2:$3"],
  ]);
});

test("the head is merged as it is printed, the row of column numbers below it, notes across the table", async () => {
  const annex1 = strFromU8(unzipSync(workbook)["xl/worksheets/sheet2.xml"]!);
  const merges = [...annex1.matchAll(/<mergeCell ref="([^"]*)"/g)].map(([, cells]) => cells);
  expect(merges).toEqual(expect.arrayContaining(["A1:Q1", "A4:A6", "B4:B6", "D4:Q4", "D5:E5", "P5:Q5", "D7:E7", "A30:Q30"]));
  expect([cells.get("Phụ lục 1!A7"), cells.get("Phụ lục 1!D7"), cells.get("Phụ lục 1!P7")].map((cell) => cell?.value)).toEqual(["(1)", "(4)", "(10)"]);
  expect((await rowsOf("Phụ lục 1")).at(-1)![0]).toBe("Tổng cộng: chỉ tiêu là chỉ tiêu của tỉnh, không phải tổng chỉ tiêu của các đơn vị.");
});
