import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDate } from "@/lib/domain/import/read-date";
import { readApplicantNumber, readCount, readPersonalNumber } from "@/lib/domain/import/read-number";
import { readChannel, readPaidOnline, readYesOrNo } from "@/lib/domain/import/read-words";
import { addDays, formatDate, type LocalDate } from "@/lib/domain/time/local-date";
import { anyText, textOf } from "../any-text";

const valueOf = <T>(result: { ok: true; value: T } | { ok: false; error: string }) => (result.ok ? result.value : result.error);

describe("a day", () => {
  test.each([
    ...["11/04/2023", "11-4-2023", "11.04.2023", "11/4/2023 08:30", "11/04/2023 08:30:59", "11/04/2023 - 8h30", "08:30 11/04/2023", "11/04/2023 8:30:00 SA", " 11 / 04 / 2023\u00a0", "'11/04/2023"],
    ...["2023-04-11", "2023-4-11", "2023/04/11", "2023-04-11 08:30", "2023-04-11T08:30:00.000", "2023-04-11T08:30:00+07:00", "2023-04-10T17:30:00Z", "20230411"],
    ...["11 tháng 4 năm 2023", "Ngày 11 tháng 04 năm 2023".normalize("NFD"), "45027", "45027.354", '="11/04/2023"'],
  ])("%j is 11 April 2023", (text) => expect(valueOf(readDate(text))).toBe("2023-04-11"));

  test.each(["31/02/2023", "04/25/2023", "11/04/23", "2023", "04/2023", "11/04/1823", "11/04/2023 25:00", "123", "99999", "052095001234", "hôm qua", "11/04/2023 12/04/2023"])("%j is refused", (text) => {
    expect(readDate(text)).toEqual({ ok: false, error: "dateMalformed" });
  });

  test("is required", () => expect(readDate("\u00a0 ")).toEqual({ ok: false, error: "required" }));

  test("is read back from all ways of writing it", () => {
    const day = fc.integer({ min: 20_000, max: 73_050 });
    fc.assert(
      fc.property(day, (serial) => {
        const date = addDays("1899-12-30" as LocalDate, serial);
        for (const text of [date, formatDate(date), `${formatDate(date)} 23:59:59`, date.replaceAll("-", ""), `${serial}`, `${serial}.9999`]) expect(valueOf(readDate(text))).toBe(date);
      }),
    );
  });
});

describe("a personal number", () => {
  test.each([
    ["052095001234", "052095001234"], [" 052 095 001 234 ", "052095001234"], ["'052095001234", "052095001234"], ['="052095001234"', "052095001234"], ["052095001234\u200b", "052095001234"],
    ["52095001234", "052095001234"], ["52095001234.0", "052095001234"], ["5.2095001234E+10", "052095001234"], ["5,2095001234e10", "052095001234"],
    ["5.2E+10", "numberLostDigits"], ["5,2095E+10", "numberLostDigits"], ["1095001234", "numberLostDigits"], ["99095001234", "numberLostDigits"],
    ["05209500123", "personalNumberWrongLength"], ["0520950012345", "personalNumberWrongLength"], ["211234567", "personalNumberIsOldCard"], ["chưa có", "personalNumberNotDigits"], ["", "required"],
  ])("%j is %s", (text, value) => expect(valueOf(readPersonalNumber(text))).toBe(value));

  test("is never anything but 12 digits that end as they stood there", () => {
    fc.assert(
      fc.property(fc.oneof(textOf("0123459.,E+ '=\""), anyText), (text) => {
        const read = readPersonalNumber(text);
        if (!read.ok) return;
        expect(read.value).toMatch(/^\d{12}$/);
        expect(text.normalize("NFKC").replace(/E.*$/i, "").replace(/[.,]0+$/, "").replace(/\D/g, "")).toContain(read.value.replace(/^0/, ""));
      }),
    );
  });

  test.each([["", undefined], ["4100267893", undefined], ["4100267893-001", undefined], ["211234567", undefined], ["052095001234", "052095001234"], ["4100267894", "numberLostDigits"], ["5.2E+10", "numberLostDigits"]])(
    "of an applicant, who may be an organisation: %j is %s",
    (text, value) => expect(valueOf(readApplicantNumber(text))).toBe(value),
  );
});

test.each([["", 0], ["-", 0], ["3", 3], ["3.0", 3], ["1.234", 1234], ["1,234,567", 1234567], ["-3", "malformed"], ["1,5", "malformed"], ["ba", "malformed"]])("%j times is %s", (text, value) => expect(valueOf(readCount(text))).toBe(value));

test.each([
  ["Trực tuyến", "online"], ["TRUC TUYEN", "online"], ["Trực tuyến".normalize("NFD"), "online"], ["Nộp trực tuyến toàn trình", "online"], ["Qua Cổng DVC quốc gia", "online"], ["DVCTT một phần", "online"], ["x", "online"], ["Nộp qua mạng", "online"],
  ["Trực tiếp", "paper"], ["Nộp trực tiếp tại Bộ phận Một cửa", "paper"], ["Bưu chính công ích", "paper"], ["Không trực tuyến", "paper"], ["Không", "paper"], ["0", "paper"],
  ["Trực tuyến, trực tiếp", "channelUnknown"], ["Khác", "channelUnknown"], ["?", "channelUnknown"], ["052095001234", "channelUnknown"], ["  ", "required"],
])("%j is handed in: %s", (text, value) => expect(valueOf(readChannel(text))).toBe(value));

test.each([
  ["x", true], ["Có", true], ["Thanh toán trực tuyến", true], ["Đã thanh toán", true], ["Chuyển khoản", true],
  ["", false], ["Không", false], ["Chưa thanh toán", false], ["Tiền mặt", false], ["Thanh toán trực tiếp", false], ["Miễn phí", false], ["50.000", "malformed"],
])("%j is paid online: %s", (text, value) => expect(valueOf(readPaidOnline(text))).toBe(value));

test.each([["x", true], ["Có", true], ["1", true], ["✓", true], ["-", false], ["?", "malformed"], ["", false], ["không", false], ["FALSE", false], ["có lẽ", "malformed"]])("%j is yes: %s", (text, value) => expect(valueOf(readYesOrNo(text))).toBe(value));
