import { describe, expect, test } from "vitest";
import { guessMapping } from "@/lib/domain/import/guess-mapping";
import { findHeader, layoutSignature } from "@/lib/domain/import/header";
import { columnName, missingFields } from "@/lib/domain/import/mapping";
import type { Row } from "@/lib/domain/import/row";

const rowsOf = (...rows: string[][]): Row[] => rows.map((cells, index) => ({ rowNumber: index + 1, cells }));
const title = [["UBND TỈNH BÌNH ĐỊNH", "", "", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["DANH SÁCH HỒ SƠ TIẾP NHẬN"], ["Từ ngày 01/01/2023 đến ngày 30/06/2023"]];
const data = ["1", "H08.21-230411-0004", "11/04/2023", "Đăng ký khai sinh", "Trực tuyến", "052095001234"];

describe("the row of column names", () => {
  test("is found below title rows", () => {
    const header = findHeader(rowsOf(...title, ["STT", "Mã hồ sơ", "Ngày tiếp nhận", "Thủ tục", "Hình thức nộp", "Số CCCD"], data));
    expect(header).toMatchObject({ firstRowNumber: 4, lastRowNumber: 4 });
    expect(guessMapping("dossier", header!)).toEqual({ code: 1, receivedOn: 2, service: 3, channel: 4, applicantNumber: 5 });
  });

  test("may be two: names below a name that is merged over them", () => {
    const header = findHeader(rowsOf(...title, ["STT", "Mã hồ sơ", "Thời gian", "", "Người nộp hồ sơ", "", "Hình thức nộp"], ["", "", "Ngày tiếp nhận", "Ngày hẹn trả", "Họ tên", "Số CMND/CCCD", ""], ["1", "H08.21-230411-0004", "11/04/2023", "15/04/2023", "Lê Thị Cúc", "052095001234", "Trực tuyến"]));
    expect(header).toMatchObject({ firstRowNumber: 4, lastRowNumber: 5 });
    expect(header?.columns[5]).toEqual({ name: "Số CMND/CCCD", group: "Người nộp hồ sơ" });
    expect(header?.columns[6]).toEqual({ name: "Hình thức nộp", group: "" });
    expect(guessMapping("dossier", header!)).toEqual({ code: 1, receivedOn: 2, applicantNumber: 5, channel: 6 });
  });

  test("may be two where merged cells repeat their name downwards", () => {
    const header = findHeader(rowsOf(["Số định danh", "Chi đoàn", "Thời gian sinh hoạt", ""], ["Số định danh", "Chi đoàn", "Ngày vào", "Ngày ra"], ["052095001234", "Chi đoàn 1", "26/03/2020", ""]));
    expect(header).toMatchObject({ firstRowNumber: 1, lastRowNumber: 2 });
    expect(guessMapping("member", header!)).toEqual({ number: 0, unit: 1, joinedOn: 2, leftOn: 3 });
  });

  test("is not taken together with the first record", () => {
    const rows = rowsOf(["Mã hồ sơ", "Trạng thái", "Hình thức nộp", ""], ["", "Đã trả", "Trực tuyến", "ghi chú thêm"], ["H08.21-230411-0004", "Đã trả", "Trực tuyến"]);
    expect(findHeader(rows)).toMatchObject({ firstRowNumber: 1, lastRowNumber: 1 });
  });

  test.each([
    ["NFD", (name: string) => name.normalize("NFD")],
    ["capital letters", (name: string) => name.toUpperCase()],
    ["without marks", (name: string) => name.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D")],
    ["with line ends, hard blanks and signs", (name: string) => `\u00a0${name.replace(" ", "\n")} (*)`],
  ])("is found however its names are written: %s", (_, write) => {
    const names = ["Mã hồ sơ", "Ngày nộp hồ sơ", "Hình thức tiếp nhận", "Thanh toán trực tuyến", "Tình trạng"];
    const header = findHeader(rowsOf(...title, names.map(write), data));
    expect(guessMapping("dossier", header!)).toEqual({ code: 0, receivedOn: 1, channel: 2, paidOnline: 3, status: 4 });
    expect(layoutSignature("dossier", header!)).toBe(layoutSignature("dossier", findHeader(rowsOf(names))!));
  });

  test.each([["no rows", []], ["only titles", rowsOf(...title)], ["only data", rowsOf(data, data)]])("is missing: %s", (_, rows) => expect(findHeader(rows)).toBeUndefined());
});

describe("the guess of what columns mean", () => {
  const guess = (kind: "dossier" | "account" | "member", ...names: string[]) => guessMapping(kind, findHeader(rowsOf(names))!);

  test("takes the surest name, and each column once", () => {
    expect(guess("dossier", "Ngày nộp", "Mã hồ sơ", "Ngày tiếp nhận", "Ngày hẹn trả kết quả")).toEqual({ receivedOn: 2, code: 1 });
    expect(guess("account", "Họ và tên", "Số CCCD", "Ngày đăng ký", "Ngày liên kết VNeID", "Số giao dịch")).toEqual({ number: 1, createdOn: 2, linkedOn: 3, transactions: 4 });
    expect(guess("member", "STT", "Họ và tên", "Số định danh cá nhân", "Đơn vị", "Ngày vào Đoàn", "Ngày trưởng thành Đoàn", "Cán bộ, công chức, viên chức")).toEqual({ number: 2, unit: 3, joinedOn: 4, leftOn: 5, publicEmployee: 6 });
  });

  test("leaves open what nothing speaks for", () => {
    const mapping = guess("dossier", "Mã hồ sơ", "Lệ phí", "Đơn vị xử lý", "Số điện thoại");
    expect(mapping).toEqual({ code: 0 });
    expect(missingFields("dossier", mapping)).toEqual(["channel"]);
    expect(missingFields("member", {})).toEqual(["number", "unit"]);
  });
});

test("a layout is another one for another kind, order or name", () => {
  const signature = (kind: "dossier" | "account", ...names: string[]) => layoutSignature(kind, findHeader(rowsOf(names))!);
  const one = signature("dossier", "Mã hồ sơ", "Ngày nộp");
  expect(signature("dossier", "Mã hồ sơ", "Ngày nộp", "", " ")).toBe(one);
  expect(new Set([one, signature("account", "Mã hồ sơ", "Ngày nộp"), signature("dossier", "Ngày nộp", "Mã hồ sơ"), signature("dossier", "Mã hồ sơ", "Ngày nhận")]).size).toBe(4);
});

test.each([[0, "A"], [25, "Z"], [26, "AA"], [51, "AZ"], [701, "ZZ"], [702, "AAA"]])("column %i is %s", (column, name) => expect(columnName(column)).toBe(name));
