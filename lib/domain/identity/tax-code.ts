import type * as z from "zod/mini";
import { parsedText } from "../parsed-text";
import type { RefusalCode } from "../refusal";
import { err, ok, type Result } from "../result";
import { cleanText } from "../text/clean-text";

/**
 * Mã số thuế: `4100267893` (organisation), `4100267893-001` (its branch), or the 12 digits of a personal
 * number, which serve as the tax code of a person and a household business.
 */
export type TaxCode = string & z.core.$brand<"TaxCode">;
export const TaxCode = parsedText(parseTaxCode);

/**
 * Reads a tax code; spaces and dots don't matter, the dash before a branch may be missing.
 * Refuses with `required` or `taxCodeMalformed`, also where the tenth digit doesn't check.
 */
export function parseTaxCode(text: string): Result<TaxCode, RefusalCode> {
  const compact = cleanText(text).replace(/[ .]/g, "").replace(/\p{Pd}/gu, "-");
  if (compact === "") return err("required");
  if (/^\d{12}$/.test(compact)) return ok(compact as TaxCode);
  const [, organisation, branch] = /^(\d{10})(?:-?(\d{3}))?$/.exec(compact) ?? [];
  if (organisation === undefined || branch === "000" || !checkDigitFits(organisation)) return err("taxCodeMalformed");
  return ok((branch === undefined ? organisation : `${organisation}-${branch}`) as TaxCode);
}

const weights: readonly number[] = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/** The tenth digit is 10 minus the weighted sum of the first nine modulo 11; a sum of 0 gives no code. */
function checkDigitFits(digits: string): boolean {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return Number(digits[9]) === 10 - (sum % 11);
}
