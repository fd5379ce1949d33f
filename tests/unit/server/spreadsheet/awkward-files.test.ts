import { describe, expect, test } from "vitest";
import { guessMapping } from "@/lib/domain/import/guess-mapping";
import { findHeader } from "@/lib/domain/import/header";
import { Mapping } from "@/lib/domain/import/mapping";
import { recordReader } from "@/lib/domain/import/read-record";
import type { RecordKind } from "@/lib/domain/import/record-fields";
import { readRows } from "@/lib/server/spreadsheet/read-rows";
import { inline, makeWorkbook, number, row, sheet, styles } from "./make-workbook";
import { readAll } from "./read-all";

/** What becomes of a file: records, the rows with problems, and how many rows are beside the data. */
async function readFile(kind: RecordKind, slices: ReturnType<typeof readRows>) {
  const rows = await readAll(slices);
  if (typeof rows === "string") throw new Error(rows);
  const header = findHeader(rows)!;
  const mapping = guessMapping(kind, header);
  const reader = recordReader(kind, Mapping.parse(JSON.parse(JSON.stringify(mapping))));
  const read = rows.filter(({ rowNumber }) => rowNumber > header.lastRowNumber).map((each) => ({ rowNumber: each.rowNumber, result: reader(each) }));
  return {
    records: read.flatMap(({ result }) => (result !== "skip" && result.ok ? [result.value] : [])),
    problems: read.flatMap(({ rowNumber, result }) => (result === "skip" || result.ok ? [] : result.error.map(({ field, code }) => `${rowNumber} ${field} ${code}`))),
    skipped: read.filter(({ result }) => result === "skip").map(({ rowNumber }) => rowNumber),
  };
}

const service = "Đăng ký khai sinh";
const expected = {
  records: [
    { code: "H08.21-230411-0004", receivedOn: "2023-04-11", service, channel: "online", paidOnline: true, status: undefined, applicantNumber: "052095001234" },
    { code: "000.00.BD.H08-230412-0005", receivedOn: "2023-04-12", service, channel: "paper", paidOnline: false, status: undefined, applicantNumber: undefined },
    { code: "H08.21-230413-0006", receivedOn: "2023-04-13", service, channel: "online", paidOnline: false, status: undefined, applicantNumber: "052301004321" },
  ],
  problems: ["13 receivedOn dateMalformed", "13 applicantNumber numberLostDigits"],
  skipped: [7, 8, 12, 14, 16, 17],
};

describe("an export with titles, a header in two rows, days in all ways, a sum and signatures", () => {
  test("as a workbook with merged cells", async () => {
    const rows = [
      row(1, inline("A1", "UBND TỈNH BÌNH ĐỊNH")),
      row(2, inline("A2", "DANH SÁCH HỒ SƠ TIẾP NHẬN".normalize("NFD"))),
      row(3, inline("A3", "Từ ngày 01/04/2023 đến ngày 30/04/2023")),
      row(5, inline("A5", "STT"), inline("B5", "Mã hồ sơ".normalize("NFD")), inline("C5", "Thời gian"), inline("E5", "Thủ tục"), inline("F5", "Người nộp"), inline("H5", "Hình thức nộp"), inline("I5", "Lệ phí")),
      row(6, inline("C6", "Ngày tiếp nhận"), inline("D6", "Ngày hẹn trả"), inline("F6", "Họ tên"), inline("G6", "Số CMND/CCCD"), inline("I6", "Số tiền"), inline("J6", "Thanh toán trực tuyến")),
      row(7, ...[..."ABCDEFGHIJ"].map((letter, index) => inline(`${letter}7`, `(${index + 1})`))),
      row(8, inline("A8", "I"), inline("B8", "UBND phường Đống Đa")),
      row(9, number("A9", "1"), inline("B9", " h08.21–230411-0004"), number("C9", "45027.354166666664", 2), number("D9", "45030", 1), inline("E9", service.normalize("NFD")), inline("F9", "Nguyễn Văn An"), number("G9", "52095001234"), inline("H9", "Trực tuyến".normalize("NFD")), number("I9", "8000", 3), inline("J9", "x")),
      row(10, number("A10", "2"), inline("B10", "000.00.BD.H08-230412-0005"), inline("C10", "12/04/2023 09:15"), inline("F10", "Công ty TNHH An Bình"), inline("G10", "4100267893"), inline("H10", "Nộp trực tiếp")),
      row(11, number("A11", "3"), inline("B11", "H08.21-230413-0006"), number("C11", "45029"), inline("E11", service), inline("F11", "Trần Thị Bình"), inline("G11", "052301004321"), inline("H11", "Trực\u00a0tuyến")),
      row(12, number("A12", "4")),
      row(13, number("A13", "5"), inline("B13", "H08.21-230414-0007"), inline("C13", "04/25/2023"), inline("E13", service), inline("G13", "5.2E+10"), inline("H13", "Trực tiếp")),
      row(14, inline("A14", "Tổng cộng"), number("I14", "8000")),
      row(16, inline("G16", "Quy Nhơn, ngày 30 tháng 4 năm 2023")),
      row(17, inline("A17", "Người lập biểu"), inline("G17", "Thủ trưởng đơn vị")),
    ];
    const merged = ["A1:J1", "A2:J2", "A3:J3", "A5:A6", "B5:B6", "C5:D5", "E5:E6", "F5:G5", "H5:H6", "I5:J5", "E9:E10"];
    const xml = sheet(rows.join(""), `<mergeCells>${merged.map((cells) => `<mergeCell ref="${cells}"/>`).join("")}</mergeCells>`);
    expect(await readFile("dossier", readRows(makeWorkbook({ sheets: [{ name: "Bìa", xml: sheet("") }, { name: "DS", xml }], styles }), "xlsx"))).toEqual(expected);
  });

  test("as text with semicolons", async () => {
    const lines = [
      "UBND TỈNH BÌNH ĐỊNH;;;;;;;;;", "DANH SÁCH HỒ SƠ, THÁNG 4;;;;;;;;;", ";;;;;;;;;", ";;;;;;;;;",
      "STT;Mã hồ sơ;Thời gian;;Thủ tục;Người nộp;;Hình thức nộp;Lệ phí;", ';;"Ngày\ntiếp nhận";Ngày hẹn trả;;Họ tên;"Số CMND/\nCCCD";;Số tiền;Thanh toán trực tuyến',
      "(1);(2);(3);(4);(5);(6);(7);(8);(9);(10)", "I;UBND phường Đống Đa;;;;;;;;",
      `1;h08.21-230411-0004;11-4-2023 08:30:00;14/04/2023;${service};"Nguyễn Văn ""An""";="052095001234";Trực tuyến;8.000;x`,
      `2;000.00.BD.H08-230412-0005;2023-04-12;;${service};"Công ty An; Bình";4100267893;Trực tiếp;;`,
      `3;H08.21-230413-0006;45029;;${service};Trần Thị Bình;5,2301004321E+10;Trực tuyến;;`, "4;;;;;;;;;",
      `5;H08.21-230414-0007;25.4.23;;${service};;5,2E+10;Trực tiếp;;`, "Tổng cộng;;;;;;;;8.000;", "", ";;;;;;Quy Nhơn, ngày 30 tháng 4 năm 2023;;;", "Người lập biểu;;;;;;Thủ trưởng đơn vị;;;",
    ];
    const bytes = Buffer.from(`\uFEFF${lines.join("\r\n")}`.normalize("NFD"));
    expect(await readFile("dossier", readRows(bytes, "csv"))).toEqual(expected);
  });
});

test("a list of members whose unit is merged over many rows", async () => {
  const rows = [
    row(1, inline("A1", "STT"), inline("B1", "Họ và tên"), inline("C1", "Số định danh"), inline("D1", "Chi đoàn"), inline("E1", "Ngày vào Đoàn"), inline("F1", "CB, CC, VC")),
    row(2, number("A2", "1"), inline("B2", "Lê Thị Cúc"), inline("C2", "052301004321"), inline("D2", "Chi đoàn Thống Nhất"), number("E2", "43916", 1), inline("F2", "x")),
    row(3, number("A3", "2"), inline("B3", "Phạm Văn Dũng"), number("C3", "52200004322"), inline("E3", "26-3-2021")),
    row(4, number("A4", "3"), inline("B4", "Đinh Y Blok"), inline("D4", "Chi đoàn Ân Hữu")),
  ];
  const xml = sheet(rows.join(""), `<mergeCells><mergeCell ref="D2:D3"/></mergeCells>`);
  const read = await readFile("member", readRows(makeWorkbook({ sheets: [{ name: "S", xml }], styles }), "xlsx"));
  expect(read.records).toEqual([
    { number: "052301004321", unit: "Chi đoàn Thống Nhất", joinedOn: "2020-03-26", leftOn: undefined, publicEmployee: true },
    { number: "052200004322", unit: "Chi đoàn Thống Nhất", joinedOn: "2021-03-26", leftOn: undefined, publicEmployee: false },
  ]);
  expect(read.problems).toEqual(["4 number required"]);
});
