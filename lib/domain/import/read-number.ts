import { describePersonalNumber, parsePersonalNumber, type PersonalNumber } from "../identity/personal-number";
import { parseTaxCode } from "../identity/tax-code";
import type { RefusalCode } from "../refusal";
import { err, ok, type Result } from "../result";
import { cleanCell } from "./clean-cell";

/**
 * Reads a personal number that may have gone through a spreadsheet. One lost leading zero is put back where the
 * number then names a known province; `5.2E+10` lost its digits for good. Refuses with `required`,
 * `numberLostDigits`, or as `parsePersonalNumber`.
 */
export function readPersonalNumber(text: string): Result<PersonalNumber, RefusalCode> {
  const cell = cleanCell(text);
  if (twelveDigits.test(cell)) return ok(cell as PersonalNumber);
  const digits = wholeNumber(cell);
  if (digits === undefined) return err("numberLostDigits");
  const parsed = parsePersonalNumber(digits);
  if (parsed.ok || !/^[1-9]\d{9,10}$/.test(digits)) return parsed;
  const restored = parsePersonalNumber(`0${digits}`);
  return restored.ok && describePersonalNumber(restored.value).provinceKnown ? restored : err("numberLostDigits");
}

/**
 * The applicant of a dossier: undefined for nobody, and for whom no personal number says who it is: organisations
 * (tax code) and holders of an old card (CMND, 9 digits). Refuses as `readPersonalNumber`.
 */
export function readApplicantNumber(text: string): Result<PersonalNumber | undefined, RefusalCode> {
  const number = readPersonalNumber(text);
  if (number.ok) return number;
  if (number.error === "required" || number.error === "personalNumberIsOldCard") return ok(undefined);
  return parseTaxCode(cleanCell(text)).ok ? ok(undefined) : number;
}

/** Reads how many: `3`, `3.0`, `1.234`, nothing is 0. Refuses with `malformed`. */
export function readCount(text: string): Result<number, RefusalCode> {
  const cell = cleanCell(text);
  if (cell === "" || cell === "-") return ok(0);
  const plain = /^\d{1,3}([.,]\d{3})+$/.test(cell) ? cell.replace(/[.,]/g, "") : cell.replace(/[.,]0+$/, "");
  return /^\d{1,9}$/.test(plain) ? ok(Number(plain)) : err("malformed");
}

const twelveDigits = /^\d{12}$/;

/**
 * `52095001234.0` and `5.2095001234E+10` are whole; undefined where an exponent hides digits. Excel writes the
 * comma of its language.
 */
function wholeNumber(cell: string): string | undefined {
  const [, first = "", fraction = "", exponent] = /^(\d)(?:[.,](\d+))?E\+?(\d+)$/i.exec(cell) ?? [];
  if (exponent === undefined) return cell.replace(/^(\d{9,12})[.,]0+$/, "$1");
  return fraction.length === Number(exponent) ? first + fraction : undefined;
}
