import type * as z from "zod/mini";
import { parsedText } from "../parsed-text";
import type { RefusalCode } from "../refusal";
import { err, ok, type Result } from "../result";
import { cleanText } from "../text/clean-text";
import { isKnownProvinceCode } from "./province-codes";
import type { Sex } from "./sex";

/**
 * Số định danh cá nhân: 12 digits `PPP G YY RRRRRR`, without a check digit. It can be cancelled and
 * replaced, so it is never a key. Source: facts §2.
 */
export type PersonalNumber = string & z.core.$brand<"PersonalNumber">;
export const PersonalNumber = parsedText(parsePersonalNumber);

/**
 * Reads a number as typed, pasted or scanned: spaces, dots and control characters don't matter.
 * Refuses with `required`, `personalNumberNotDigits`, `personalNumberIsOldCard` (9 digits, CMND) or
 * `personalNumberWrongLength`. An unknown province is a warning, see `warnAboutIdentity`.
 */
export function parsePersonalNumber(text: string): Result<PersonalNumber, RefusalCode> {
  const digits = cleanText(text).replace(/[ .]/g, "");
  if (digits === "") return err("required");
  if (!/^\d+$/.test(digits)) return err("personalNumberNotDigits");
  if (digits.length === 9) return err("personalNumberIsOldCard");
  return digits.length === 12 ? ok(digits as PersonalNumber) : err("personalNumberWrongLength");
}

/** What a number says about its holder. Cards can be wrong: compare and ask, never block. */
export function describePersonalNumber(number: PersonalNumber): {
  provinceCode: string;
  provinceKnown: boolean;
  birthYear: number;
  sex: Sex;
} {
  const provinceCode = number.slice(0, 3);
  const centuryAndSex = Number(number[3]);
  return {
    provinceCode,
    provinceKnown: isKnownProvinceCode(provinceCode),
    birthYear: 1900 + 100 * Math.floor(centuryAndSex / 2) + Number(number.slice(4, 6)),
    sex: centuryAndSex % 2 === 0 ? "male" : "female",
  };
}

/** `•••• •••• 0412`: how a number is shown unless somebody reveals it. Source: facts §5.5. */
export function maskPersonalNumber(number: PersonalNumber): string {
  return `•••• •••• ${lastFour(number)}`;
}

/** The last four digits: what may be kept in clear and searched by. */
export function lastFour(number: PersonalNumber): string {
  return number.slice(-4);
}
