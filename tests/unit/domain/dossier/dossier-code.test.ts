import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DossierCode, findDossierCode, isKnownDossierUnit, parseDossierCode, receivedOnOf } from "@/lib/domain/dossier/dossier-code";
import { anyText, textOf } from "../any-text";

describe("reading a dossier code", () => {
  test.each([
    ["000.00.BD.H08-230411-0004", "000.00.BD.H08-230411-0004"],
    ["H57.132-260804-0583", "H57.132-260804-0583"],
    ["G22.99.08-260921-896048", "G22.99.08-260921-896048"],
    ["H08-230411-00045", "H08-230411-00045"],
    ["h57.132-260804-0583", "H57.132-260804-0583"],
    [" H57.132 - 260804 - 0583\r\n", "H57.132-260804-0583"],
    ["H57.132–260804–0583", "H57.132-260804-0583"],
    ["H57.132—260804‑0583", "H57.132-260804-0583"],
    ["H57.132−260804-0583", "H57.132-260804-0583"],
    ["Ｈ５７．１３２－２６０８０４－０５８３", "H57.132-260804-0583"],
    ["\uFEFFH57.132-\u200B260804-0583", "H57.132-260804-0583"],
    ["H08-240229-0001", "H08-240229-0001"],
  ])("%j is %s", (text, value) => expect(parseDossierCode(text)).toEqual({ ok: true, value }));

  test.each([
    ["", "required"], ["  ", "required"],
    ["1.011442.000.00.00.H38", "dossierCodeIsProcedureCode"], ["2.000635", "dossierCodeIsProcedureCode"], ["2.000635.000.00.00.h08", "dossierCodeIsProcedureCode"],
    ["G22.99.3-241219795252", "dossierCodeIsPaymentCode"], ["g22.99.3 – 241219795252", "dossierCodeIsPaymentCode"],
    ["H57.132-261304-0583", "dossierCodeNotInCalendar"], ["H57.132-260230-0583", "dossierCodeNotInCalendar"], ["H57.132-230229-0583", "dossierCodeNotInCalendar"],
    ["H57.132-260800-0583", "dossierCodeNotInCalendar"],
    ["H57.132-260804-058", "dossierCodeMalformed"], ["H57.132-260804-0583123", "dossierCodeMalformed"], ["H57.132-26084-0583", "dossierCodeMalformed"],
    ["H57.132.260804.0583", "dossierCodeMalformed"], ["H57.132-2608040583", "dossierCodeMalformed"], ["H5.132-260804-0583", "dossierCodeMalformed"],
    ["H57.1.2.3.4-260804-0583", "dossierCodeMalformed"], ["H57.1324-260804-0583", "dossierCodeMalformed"], ["00.00.BD.H08-230411-0004", "dossierCodeMalformed"],
    ["000.00.BDX.H08-230411-0004", "dossierCodeMalformed"], ["052095001234", "dossierCodeMalformed"], ["H57.132-260804-0583\nH57.132-260804-0584", "dossierCodeMalformed"],
    ["khai sinh", "dossierCodeMalformed"],
  ])("%j is refused: %s", (text, error) => expect(parseDossierCode(text)).toEqual({ ok: false, error }));

  test("a date before the scheme or in the future is read: it is stored, and not counted", () => {
    for (const code of ["H08-210101-0001", "H08-991231-0001"]) expect(parseDossierCode(code).ok).toBe(true);
  });

  test("every code of the right shape is read, however it is written, and read again", () => {
    const unit = fc.constantFrom("H08", "H57.132", "G22.99.08", "H21.1.22.333", "000.00.BD.H08", "123.AB.4C.G09");
    const day = fc.date({ min: new Date("2000-01-01T00:00:00Z"), max: new Date("2099-12-31T00:00:00Z"), noInvalidDate: true });
    const sequence = fc.integer({ min: 0, max: 999_999 }).map((value) => String(value).padStart(4, "0"));
    fc.assert(
      fc.property(unit, day, sequence, fc.constantFrom("-", "–", " - "), (prefix, at, number, dash) => {
        const date = at.toISOString().slice(0, 10);
        const typed = [prefix.toLowerCase(), date.slice(2).replaceAll("-", ""), number].join(dash);
        const code = DossierCode.parse(typed);
        expect(DossierCode.parse(code)).toBe(code);
        expect(receivedOnOf(code)).toBe(date);
      }),
    );
  });

  test("never throws", () => {
    const text = fc.oneof(anyText, textOf("HG0123.-– ", 30));
    fc.assert(fc.property(text, (typed) => void parseDossierCode(typed)));
  });
});

describe("the unit of a code", () => {
  test.each([
    ["000.00.BD.H08-230411-0004", true], ["H08.12-230411-0004", true], ["H21-230411-0004", true], ["H57.132-260804-0583", true],
    ["G22.99.08-260921-896048", true], ["000.00.19.G12-230411-0004", true], ["H38-230411-0004", false], ["000.00.H0.H38-230411-0004", false],
  ])("%s is known: %s", (code, known) => expect(isKnownDossierUnit(DossierCode.parse(code))).toBe(known));
});

describe("a code inside something else", () => {
  test.each([
    ["a sentence of a message", "Mã hồ sơ: h08.21 – 260807 - 0041, hẹn trả 12/08/2026"],
    ["a link of a receipt", "https://dichvucong.example/tra-cuu?ma=H08.21-260807-0041&x=1"],
    ["lines of a receipt's code", "UBND XÃ\nH08.21-260807-0041\n12/08/2026"],
    ["said twice", "H08.21-260807-0041 (H08.21-260807-0041)"],
    ["alone", " H08.21-260807-0041\n"],
  ])("is found in %s", (_, text) => {
    expect(findDossierCode(text)).toEqual({ ok: true, value: "H08.21-260807-0041" });
  });

  test.each([
    ["several codes: nobody knows which", "H08.21-260807-0041, H08.21-260807-0042", "dossierCodeMalformed"],
    ["a longer number that only looks like one", "H08.21-260807-0041234", "dossierCodeMalformed"],
    ["a payment's code", "G22.99.3-241219795252", "dossierCodeIsPaymentCode"],
    ["a day outside the calendar", "Mã: H08.21-261340-0041", "dossierCodeMalformed"],
    ["nothing", "  ", "required"],
  ])("is not found in %s", (_, text, code) => {
    expect(findDossierCode(text)).toEqual({ ok: false, error: code });
  });
});
