import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCardQr } from "@/lib/domain/identity/card-qr";
import { LocalDate } from "@/lib/domain/time/local-date";
import { anyText } from "../any-text";

const today = LocalDate.parse("2026-08-07");
const cccd = "052095001234|211234567|Nguyễn Văn An|15031995|Nam|Tổ 5, Khu vực 3, Nhơn Bình, Quy Nhơn, Bình Định|10052021";
const canCuoc = "052301004321||Trần Thị Bình|02112001|Nữ|Thôn Tân Thành, Phước Lộc, Tuy Phước, Bình Định|23092024||||";

const read = (text: string) => {
  const result = parseCardQr(text, today);
  if (!result.ok) throw new Error(result.error);
  return result.value;
};
/** The fields of the CCCD above with some replaced, by position. */
const cardWith = (changes: Record<number, string>) =>
  cccd.split("|").map((field, index) => changes[index] ?? field).join("|");

describe("a card that can be read", () => {
  test("CCCD, 7 fields", () => {
    expect(read(cccd)).toEqual({
      personalNumber: "052095001234",
      name: "Nguyễn Văn An",
      birth: { precision: "day", year: 1995, month: 3, day: 15 },
      sex: "male",
      address: "Tổ 5, Khu vực 3, Nhơn Bình, Quy Nhơn, Bình Định",
      issuedOn: "2021-05-10",
      layout: "cccd",
    });
  });

  test("thẻ Căn cước, 11 fields, the old number empty", () => {
    expect(read(canCuoc)).toEqual({
      personalNumber: "052301004321",
      name: "Trần Thị Bình",
      birth: { precision: "day", year: 2001, month: 11, day: 2 },
      sex: "female",
      address: "Thôn Tân Thành, Phước Lộc, Tuy Phước, Bình Định",
      issuedOn: "2024-09-23",
      layout: "canCuoc",
    });
  });

  test("the old number, the cancelled number and the parents are never kept", () => {
    const full = `${cccd}|052095009999|Nguyễn Văn Cha|Lê Thị Mẹ|khác`;
    const kept = JSON.stringify(read(full));
    for (const secret of ["211234567", "052095009999", "Cha", "Mẹ", "khác", "|"]) expect(kept).not.toContain(secret);
    expect(read(full)).toEqual({ ...read(cccd), layout: "canCuoc" });
  });

  test.each([
    ["what keyboard scanners append", `${cccd}\r\n`],
    ["a tab at the end", `${cccd}\t`],
    ["control characters and spaces around fields", cccd.replaceAll("|", "\u0000 | ")],
    ["decomposed letters", cccd.normalize("NFD")],
    ["a byte order mark", `\uFEFF${cccd}`],
  ])("with %s is the same card", (_, text) => expect(read(text)).toEqual(read(cccd)));

  test.each([8, 9, 10, 11, 12])("with %d fields has the new layout", (count) => {
    expect(read(cccd + "|".repeat(count - 7)).layout).toBe("canCuoc");
  });

  test("an empty address and an empty day of issue are left out", () => {
    const { address, issuedOn } = read(cardWith({ 5: "", 6: "" }));
    expect([address, issuedOn]).toEqual([undefined, undefined]);
  });

  test("a day of issue that the calendar doesn't have is left out", () => {
    expect(read(cardWith({ 6: "31022021" })).issuedOn).toBeUndefined();
  });

  test.each([
    ["00031995", { precision: "month", year: 1995, month: 3 }],
    ["00001995", { precision: "year", year: 1995 }],
    ["031995", { precision: "month", year: 1995, month: 3 }],
    ["1995", { precision: "year", year: 1995 }],
  ])("a birth %s stays as vague as it is", (text, birth) => expect(read(cardWith({ 3: text })).birth).toEqual(birth));

  test.each(["H'Bia Siu", "Chăm H’roi", "Đinh Yŏng", "Rơ Châm Hŭnh", "Siu Čĕñ", "Nguyễn-Trần Ánh"])("the name %s", (name) => {
    expect(read(cardWith({ 2: name })).name).toBe(name);
  });

  test("a number of no province is read all the same", () => {
    expect(read(cardWith({ 0: "999095001234" })).personalNumber).toBe("999095001234");
  });
});

describe("a code that is refused", () => {
  test.each([
    ["U+FFFD in it", cardWith({ 2: "Nguy\uFFFDn V\uFFFDn An" }), "cardWrongCharset"],
    ["Chinese characters", cardWith({ 2: "Nguy盻nV ăn An" }), "cardWrongCharset"],
    ["half-width katakana", cardWith({ 2: "Nguyﾃ｡n" }), "cardWrongCharset"],
    ["Korean letters", cardWith({ 5: "한국" }), "cardWrongCharset"],
    ["à read as Latin-1", cardWith({ 5: "Th\u00C3\u00A0nh" }), "cardWrongCharset"],
    ["â read as Windows-1252", cardWith({ 5: "TÃ¢n" }), "cardWrongCharset"],
    ["ạ read as Windows-1252", cardWith({ 5: "Háº¡nh" }), "cardWrongCharset"],
    ["ộ read as Windows-1252", cardWith({ 5: "Lá»™c" }), "cardWrongCharset"],
    ["ă read as Windows-1252", cardWith({ 5: "BÄƒng" }), "cardWrongCharset"],
    ["a C1 control character", cardWith({ 5: "L\u0099c" }), "cardWrongCharset"],
    ["UTF-8 read as Windows-1252", cardWith({ 2: "Nguyá»…n VÄƒn An" }), "cardWrongCharset"],
    ["UTF-8 read as Latin-1", cardWith({ 2: latin1("Nguyễn Văn An") }), "cardWrongCharset"],
    ["an address read as Latin-1", cardWith({ 5: latin1("Hoài Nhơn, Bình Định") }), "cardWrongCharset"],
    ["11 digits", cardWith({ 0: "05209500123" }), "cardNumberMalformed"],
    ["13 digits", cardWith({ 0: "0520950012345" }), "cardNumberMalformed"],
    ["spaces in the number", cardWith({ 0: "052 095 001 234" }), "cardNumberMalformed"],
    ["the old number in the place of the new one", cardWith({ 0: "211234567" }), "cardNumberMalformed"],
    ["no number", cardWith({ 0: "" }), "cardNumberMalformed"],
    ["31 February", cardWith({ 3: "31021995" }), "birthDateNotInCalendar"],
    ["a birth after today", cardWith({ 3: "08082026" }), "birthDateInFuture"],
    ["a birth that is a word", cardWith({ 3: "xyz" }), "birthDateMalformed"],
    ["a name with digits", cardWith({ 2: "Nguyễn 4n An" }), "cardWrongCharset"],
    ["a name of 81 letters", cardWith({ 2: "A".repeat(81) }), "cardWrongCharset"],
    ["no name", cardWith({ 2: " " }), "cardNotACard"],
    ["no birth", cardWith({ 3: "" }), "cardNotACard"],
    ["no sex", cardWith({ 4: "" }), "cardNotACard"],
    ["another sex", cardWith({ 4: "X" }), "cardNotACard"],
    ["empties that were dropped", canCuoc.split("|").filter((field) => field !== "").join("|"), "cardNotACard"],
    ["fields cut off", cccd.split("|").slice(0, 5).join("|"), "cardNotACard"],
    ["seven fields of something else", "a|b|c|d|e|f|g", "cardNotACard"],
    ["nothing", "", "cardNotACard"],
    ["a link", "https://example.com/qr?id=052095001234", "cardNotACard"],
    ["a word", "xin chào", "cardNotACard"],
    ["a bank's payment code", `00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN6304${"aB3d"}`, "cardNotACard"],
    ["a digest in lower case", "9f86d081884c7d65".repeat(4), "cardNotACard"],
    ["a digest in upper case", "9F86D081884C7D65".repeat(4), "cardNotACard"],
    ["one long word", "TinhNguyenSo".repeat(6), "cardNotACard"],
    ["a short run of base64", "Q29kZS1tYS1kb25n", "cardNotACard"],
    ["a long number", "1".repeat(80), "cardNotACard"],
    ["a dossier code", "H57.132-260804-0583", "cardNotACard"],
    ["a link to VNeID", "https://vneid.gov.vn/qr?data=xyz", "cardIsVneid"],
    ["an app link of VNeID", "VNEID://share/abc", "cardIsVneid"],
    ["a signed token", `eyJhbGciOiJFUzI1NiJ9.${"eyJzdWIi".repeat(8)}.${"c2lnbmF0dXJl".repeat(4)}`, "cardIsVneid"],
    ["one long run of base64", `${"Q29kZS1tYS1kb25n".repeat(10)}==`, "cardIsVneid"],
  ])("%s", (_, text, error) => expect(parseCardQr(text, today)).toEqual({ ok: false, error }));
});

describe("any text", () => {
  const piece = fc.oneof(anyText, fc.constantFrom("052095001234", "Nam", "Nữ", "15031995", "", "An"));
  const codes = fc.oneof(anyText, fc.array(piece, { minLength: 5, maxLength: 13 }).map((parts) => parts.join("|")));

  test("never throws, and what is read holds no control character", () => {
    fc.assert(
      fc.property(codes, (text) => {
        const result = parseCardQr(text, today);
        if (result.ok) expect(Object.values(result.value).join("")).not.toMatch(/\p{Cc}|\|/u);
      }),
    );
  });

  test("every card made of good fields is read as it was written", () => {
    const name = fc.constantFrom("Lê Thị Hoa", "Y Blŭk", "H'Nhiên Ksor", "Đỗ Ánh");
    const number = fc.integer({ min: 0, max: 999_999_999_999 }).map((value) => String(value).padStart(12, "0"));
    const address = fc.constantFrom("", "Làng Kép, Ia Ly, Chư Păh, Gia Lai");
    const tail = fc.constantFrom("", "|", "||||", "|052095001111|Cha|Mẹ|");
    fc.assert(
      fc.property(number, name, address, tail, fc.boolean(), (personalNumber, holder, home, rest, male) => {
        const text = `${personalNumber}||${holder}|01011990|${male ? "Nam" : "Nữ"}|${home}|01012022${rest}`;
        const card = read(text);
        expect([card.personalNumber, card.name, card.sex, card.address ?? ""]).toEqual([
          personalNumber, holder, male ? "male" : "female", home,
        ]);
      }),
    );
  });
});

/** How a reader that takes UTF-8 for Latin-1 sees a text. */
function latin1(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}
