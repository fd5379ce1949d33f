import { describe, expect, test } from "vitest";
import type { SheetTable } from "@/lib/protocol/sheets";
import { workbookSheets } from "@/lib/server/sheets/sheet-workbook";

const table: SheetTable = {
  name: "Đơn vị", title: "Kết quả", about: ["Tháng 8/2023"],
  columns: [
    { head: "Đơn vị", kind: "text", width: 12 },
    { head: "Đã duyệt", group: "Hồ sơ", kind: "count", width: 10 }, { head: "Đã khớp", group: "Hồ sơ", kind: "count", width: 10 },
    { head: "Tỷ lệ", kind: "share", width: 10 },
  ],
  rows: [["Huyện đoàn Tuy Phước và các đội", 40, 30, 0.75], ["Thành Đoàn Quy Nhơn", 10, 10, 1]],
  totals: [["Cộng", 50, 41, { value: 0.8, kind: "rate" }]],
  notes: ["Số tạm tính."],
};

describe("a table as a tab of a workbook", () => {
  const [sheet] = workbookSheets({ fileName: "x", tables: [table] }, "Lê Thị Hoa tải lúc 09:00");
  const rows = [...(sheet!.rows as Iterable<readonly unknown[]>)];

  test("has its title, days and two rows of headings on every printed page", () => {
    expect(sheet).toMatchObject({ name: "Đơn vị", headRows: 4, repeatFrom: 3, footer: "Lê Thị Hoa tải lúc 09:00" });
    expect(rows[2]).toMatchObject([{ value: "Đơn vị" }, { value: "Hồ sơ" }, { value: "Hồ sơ" }, { value: "Tỷ lệ" }]);
    expect(sheet!.merges).toEqual(["A1:D1", "A2:D2", "A3:A4", "B3:C3", "D3:D4", "A8:D8"]);
  });

  test("has live sums where the total is one, and the number itself where it isn't", () => {
    expect(rows[6]).toEqual([
      { value: "Cộng", bold: true }, { value: { formula: "SUM(B5:B6)", result: 50 }, bold: true }, { value: 41, bold: true }, { value: 0.8, style: "percentTwo", bold: true },
    ]);
  });

  test("is as high as its words", () => expect(sheet!.heights).toEqual({ 5: 48, 6: 32 }));
});
