import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guessMapping } from "@/lib/domain/import/guess-mapping";
import { findHeader } from "@/lib/domain/import/header";
import { readRecord, recordReader } from "@/lib/domain/import/read-record";
import type { RecordKind } from "@/lib/domain/import/record-fields";
import type { Row } from "@/lib/domain/import/row";
import { addDays, formatDate, type LocalDate } from "@/lib/domain/time/local-date";
import { anyText } from "../any-text";

const names = {
  dossier: ["STT", "Mã hồ sơ", "Ngày tiếp nhận", "Thủ tục", "Hình thức nộp", "Thanh toán trực tuyến", "Trạng thái", "Số CCCD"],
  account: ["STT", "Số định danh", "Ngày tạo tài khoản", "Ngày liên kết", "Số giao dịch"],
  member: ["STT", "Họ và tên", "Số CCCD", "Chi đoàn", "Ngày vào Đoàn", "Ngày ra Đoàn", "Công chức, viên chức"],
} as const;
const mappingOf = (kind: RecordKind) => guessMapping(kind, findHeader([{ rowNumber: 1, cells: names[kind] }])!);
const row = (...cells: string[]): Row => ({ rowNumber: 7, cells });
const read = <Kind extends RecordKind>(kind: Kind, ...cells: string[]) => readRecord(kind, mappingOf(kind), row(...cells));

describe("a row that is a record", () => {
  test("of a dossier", () => {
    const service = "Đăng ký khai sinh";
    expect(read("dossier", "1", "h08.21–230411-0004 ", "12/04/2023 08:30", service.normalize("NFD"), "Trực tuyến", "x", "\u00a0Đã trả", "52095001234")).toEqual({
      ok: true,
      value: { code: "H08.21-230411-0004", receivedOn: "2023-04-12", service, channel: "online", paidOnline: true, status: "Đã trả", applicantNumber: "052095001234" },
    });
  });

  test("of a dossier that says only the least: its code knows the day", () => {
    expect(readRecord("dossier", { code: 0, channel: 1 }, row("H08.21-230411-0004", "Trực tiếp"))).toEqual({
      ok: true,
      value: { code: "H08.21-230411-0004", receivedOn: "2023-04-11", service: undefined, channel: "paper", paidOnline: undefined, status: undefined, applicantNumber: undefined },
    });
  });

  test("of an account", () => {
    expect(read("account", "1", "052095001234", "45027", "", "1.234")).toEqual({ ok: true, value: { number: "052095001234", createdOn: "2023-04-11", linkedOn: undefined, transactions: 1234 } });
  });

  test("of a member", () => {
    expect(read("member", "1", "Lê Thị Cúc", "052301004321", " Chi đoàn  2 ", "26/03/2020")).toEqual({
      ok: true,
      value: { number: "052301004321", unit: "Chi đoàn 2", joinedOn: "2020-03-26", leftOn: undefined, publicEmployee: false },
    });
  });

  test("is read back from how people write it", () => {
    const day = fc.integer({ min: 0, max: 5_000 }).map((days) => addDays("2015-01-01" as LocalDate, days));
    const number = fc.integer({ min: 0, max: 999_999_999 }).map((rest) => `052${String(rest).padStart(9, "0")}`);
    const write = fc.constantFrom<(text: string) => string>((text) => text, (text) => text.normalize("NFD"), (text) => `\u00a0${text} `, (text) => `'${text}`);
    const reader = recordReader("member", mappingOf("member"));
    fc.assert(
      fc.property(number, fc.constantFrom("Chi đoàn Trường Sa", "Đoàn xã Ân Hữu"), day, fc.boolean(), write, (personal, unit, joinedOn, isEmployee, written) => {
        const cells = [personal, unit, formatDate(joinedOn), isEmployee ? "Có" : "Không"].map(written);
        const value = { number: personal, unit, joinedOn, leftOn: undefined, publicEmployee: isEmployee };
        expect(reader(row("1", "Lê Thị Cúc", cells[0]!, cells[1]!, cells[2]!, "", isEmployee ? "Có" : "Không"))).toEqual({ ok: true, value });
      }),
    );
  });
});

describe("a row that is wrong", () => {
  test("says everything at once, with the columns", () => {
    expect(read("dossier", "1", "H08.21-230432-0004", "31/02/2023", "x".repeat(301), "?", "", "", "5.2E+10")).toEqual({
      ok: false,
      error: [
        { field: "code", column: 1, code: "dossierCodeNotInCalendar" },
        { field: "receivedOn", column: 2, code: "dateMalformed" },
        { field: "service", column: 3, code: "tooLong" },
        { field: "channel", column: 4, code: "channelUnknown" },
        { field: "applicantNumber", column: 7, code: "numberLostDigits" },
      ],
    });
  });

  test("says what is missing, also where no column was given", () => {
    expect(readRecord("account", { createdOn: 1 }, row("1", "11/04/2023"))).toEqual({ ok: false, error: [{ field: "number", column: undefined, code: "required" }] });
    expect(read("member", "1", "Lê Thị Cúc", "", "Chi đoàn 2", "26/03/2020")).toEqual({ ok: false, error: [{ field: "number", column: 2, code: "required" }] });
    expect(read("member", "1", "Lê Thị Cúc", "", "Chi đoàn 2")).toEqual({ ok: false, error: [{ field: "number", column: 2, code: "required" }] });
  });

  test("leaves before it joins", () => {
    expect(read("member", "1", "Lê Thị Cúc", "052301004321", "Chi đoàn 2", "26/03/2020", "25/03/2020")).toEqual({ ok: false, error: [{ field: "leftOn", column: 5, code: "leftBeforeJoined" }] });
  });
});

describe("a row that is no record is skipped", () => {
  test.each([
    ["nothing", []],
    ["only blanks", ["", "\u00a0", " "]],
    ["a number in front of nothing", ["15"]],
    ["the numbers of columns", ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"]],
    ["letters and numbers of columns", ["A", "B", "1", "2", "3", "4", "5", "6"]],
    ["the names of columns once more", [...names.dossier]],
    ["a heading between groups", ["", "UBND phường Đống Đa"]],
    ["a numbered heading", ["II", "Sở Tư pháp"]],
    ["a sum", ["", "Tổng cộng", "", "", "1.204"]],
    ["a sum in the first column", ["Tổng số hồ sơ: 1.204", "", "", "", "512"]],
    ["who made the list", ["", "Người lập biểu", "", "", "", "Thủ trưởng đơn vị"]],
    ["where and when", ["", "", "", "", "Quy Nhơn, ngày 30 tháng 6 năm 2023"]],
    ["a signature", ["", "", "", "", "(Ký, ghi rõ họ tên)"]],
  ])("%s", (_, cells) => expect(read("dossier", ...cells)).toBe("skip"));

  test("but a record never is, whatever words are in it", () => {
    expect(read("dossier", "1", "H08.21-230411-0004", "", "Ghi chú", "", "", "Tổng cộng")).toMatchObject({ ok: false });
    expect(read("dossier", "1", "H08.21-230411-04", "11/04/2023", "Tổng hợp", "Trực tuyến")).toMatchObject({ ok: false });
  });
});

test("any row has an answer", () => {
  const reader = recordReader("dossier", mappingOf("dossier"));
  fc.assert(fc.property(fc.array(anyText, { maxLength: 9 }), (cells) => void reader(row(...cells))));
});
