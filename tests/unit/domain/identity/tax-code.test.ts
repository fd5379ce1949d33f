import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseTaxCode, TaxCode } from "@/lib/domain/identity/tax-code";
import { anyText } from "../any-text";

/** The number that the circular on tax codes computes as its example. */
const organisation = "0100047516";

describe("reading a tax code", () => {
  test.each([
    [organisation, organisation], [" 01 0004 7516\r\n", organisation], ["01.0004.7516", organisation],
    [`${organisation}-001`, `${organisation}-001`], [`${organisation}001`, `${organisation}-001`], [`${organisation} – 001`, `${organisation}-001`],
    ["052095001234", "052095001234"],
  ])("%j is %s", (text, value) => expect(parseTaxCode(text)).toEqual({ ok: true, value }));

  test.each([
    ["", "required"], ["0100047517", "taxCodeMalformed"], ["0100047561", "taxCodeMalformed"], ["010004751", "taxCodeMalformed"],
    ["01000475160", "taxCodeMalformed"], [`${organisation}-01`, "taxCodeMalformed"], [`${organisation}-000`, "taxCodeMalformed"],
    ["0100-047516", "taxCodeMalformed"], ["01000475AB", "taxCodeMalformed"], ["0000000000", "taxCodeMalformed"],
  ])("%j is refused: %s", (text, error) => expect(parseTaxCode(text)).toEqual({ ok: false, error }));

  test("of ten last digits at most one is right", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (head) => {
        const nine = String(head).padStart(9, "0");
        const good = [..."0123456789"].filter((digit) => parseTaxCode(nine + digit).ok);
        expect(good.length).toBeLessThanOrEqual(1);
        for (const digit of good) expect(TaxCode.parse(TaxCode.parse(nine + digit))).toBe(nine + digit);
      }),
    );
  });

  test("any one digit mistyped is noticed", () => {
    for (let at = 0; at < 10; at++) {
      for (const digit of "0123456789") {
        if (organisation[at] === digit) continue;
        expect(parseTaxCode(organisation.slice(0, at) + digit + organisation.slice(at + 1)).ok).toBe(false);
      }
    }
  });

  test("never throws", () => void fc.assert(fc.property(anyText, (text) => void parseTaxCode(text))));
});
