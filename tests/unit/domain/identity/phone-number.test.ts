import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatPhoneNumber, maskPhoneNumber, parsePhoneNumber, PhoneNumber } from "@/lib/domain/identity/phone-number";
import { anyText } from "../any-text";

describe("reading a phone number", () => {
  test.each(["0905123456", "84905123456", "+84905123456", "0905 123 456", "0905.123.456", "090-512-3456", " +84 905 123 456\r\n", "(0905) 123456"])(
    "%j",
    (text) => expect(parsePhoneNumber(text)).toEqual({ ok: true, value: "+84905123456" }),
  );
  test.each(["03", "05", "07", "08", "09"])("prefix %s is a mobile", (prefix) => expect(parsePhoneNumber(`${prefix}12345678`).ok).toBe(true));

  test.each([
    ["", "required"], [" - ", "required"], ["0205123456", "phoneMalformed"], ["0405123456", "phoneMalformed"], ["0605123456", "phoneMalformed"],
    ["090512345", "phoneMalformed"], ["09051234567", "phoneMalformed"], ["905123456", "phoneMalformed"], ["+840905123456", "phoneMalformed"],
    ["+1905123456", "phoneMalformed"], ["0905 123 45a", "phoneMalformed"], ["02563822294", "phoneMalformed"],
  ])("%j is refused: %s", (text, error) => expect(parsePhoneNumber(text)).toEqual({ ok: false, error }));

  test("what is stored and what is shown are read as the same number", () => {
    const national = fc.tuple(fc.constantFrom("3", "5", "7", "8", "9"), fc.integer({ min: 0, max: 99_999_999 }));
    fc.assert(
      fc.property(national, ([head, tail]) => {
        const phone = PhoneNumber.parse(`0${head}${String(tail).padStart(8, "0")}`);
        expect(PhoneNumber.parse(phone)).toBe(phone);
        expect(PhoneNumber.parse(formatPhoneNumber(phone))).toBe(phone);
      }),
    );
  });
  test("never throws", () => void fc.assert(fc.property(anyText, (text) => void parsePhoneNumber(text))));
});

describe("showing a phone number", () => {
  const phone = PhoneNumber.parse("0905123456");
  test("in groups", () => expect(formatPhoneNumber(phone)).toBe("0905 123 456"));
  test("masked", () => expect(maskPhoneNumber(phone)).toBe("•••• ••• 456"));
});
