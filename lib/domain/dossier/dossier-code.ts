import type * as z from "zod/mini";
import { parsedText } from "../parsed-text";
import type { RefusalCode } from "../refusal";
import { err, ok, type Result } from "../result";
import { cleanText } from "../text/clean-text";
import { isCalendarDate, type LocalDate } from "../time/local-date";

/**
 * Mã số hồ sơ: `unit-YYMMDD-sequence`, upper case, such as `H57.132-260804-0583`. The date is the day of
 * receipt. Source: facts §3.
 */
export type DossierCode = string & z.core.$brand<"DossierCode">;
export const DossierCode = parsedText(parseDossierCode);

/**
 * Reads a code as typed, pasted or scanned: case, spaces, full-width letters and the kind of dash don't matter.
 * Refuses with `required`, `dossierCodeIsProcedureCode`, `dossierCodeIsPaymentCode`, `dossierCodeMalformed` or
 * `dossierCodeNotInCalendar`. Whether the date counts is decided later: such dossiers are stored all the same.
 */
export function parseDossierCode(text: string): Result<DossierCode, RefusalCode> {
  const code = isClean.test(text) ? text : cleaned(text);
  if (code === "") return err("required");
  if (procedureCode.test(code)) return err("dossierCodeIsProcedureCode");
  if (paymentCode.test(code)) return err("dossierCodeIsPaymentCode");
  if (!dossierCode.test(code)) return err("dossierCodeMalformed");
  const [year, month, day] = receiptOf(code);
  return isCalendarDate(year, month, day) ? ok(code as DossierCode) : err("dossierCodeNotInCalendar");
}

/**
 * The code in what was pasted or read off a receipt: alone, or somewhere in a sentence or a link. Refuses like
 * `parseDossierCode`, also where there are several.
 */
export function findDossierCode(text: string): Result<DossierCode, RefusalCode> {
  const whole = parseDossierCode(text);
  if (whole.ok) return whole;
  const plain = text.normalize("NFKC").replace(/[\p{Pd}−]/gu, "-").toUpperCase();
  const found = [...plain.matchAll(codeInText)].flatMap(([, code = ""]) => {
    const parsed = parseDossierCode(code);
    return parsed.ok ? [parsed.value] : [];
  });
  const [only, ...others] = new Set(found);
  return only !== undefined && others.length === 0 ? ok(only) : whole;
}

/** The day on which the dossier was received, as the code says. */
export function receivedOnOf(code: DossierCode): LocalDate {
  return receiptOf(code)
    .map((part) => String(part).padStart(2, "0"))
    .join("-") as LocalDate;
}

/** Whether the code begins with a unit that citizens of the province deal with. Unknown ones warn only. */
export function isKnownDossierUnit(code: DossierCode): boolean {
  const unit = code.slice(0, code.indexOf("-"));
  const root = unit.split(".").find((part) => /^[A-Z]\d{2}$/.test(part)) ?? "";
  return root.startsWith("G") || knownProvinceUnits.has(root);
}

/** As registers write them, a million at a time. */
const isClean = /^[0-9A-Z.-]+$/;

function cleaned(text: string): string {
  return cleanText(text.normalize("NFKC"))
    .replace(/ /g, "")
    .replace(/[\p{Pd}−]/gu, "-")
    .toUpperCase();
}

const dossierCode = /^(\d{3}\.[0-9A-Z]{2}\.[0-9A-Z]{2}\.[A-Z]\d{2}|[A-Z]\d{2}(\.\d{1,3}){0,3})-(\d{6})-(\d{4,6})$/;
/** The same with something before and behind it, blanks around its dashes too. */
const codeInText = /(?:^|[^0-9A-Z.])((?:\d{3}\.[0-9A-Z]{2}\.[0-9A-Z]{2}\.[A-Z]\d{2}|[A-Z]\d{2}(?:\.\d{1,3}){0,3}) ?- ?\d{6} ?- ?\d{4,6})(?![0-9A-Z-])/g;
/** `1.011442.000.00.00.H38`, `2.000635`: which service it is, not which dossier. */
const procedureCode = /^\d\.\d{6}(\.[0-9A-Z]+)*$/;
/** `G22.99.3-241219795252`: a unit and one long number. Ten digits are rather a dossier that lost its dash. */
const paymentCode = /^[A-Z]\d{2}(\.\d{1,3})*-\d{12,}$/;

/** H08 Bình Định and H21 Gia Lai before they merged, H57 as seen on receipts. All of G (G22…) are ministries. */
const knownProvinceUnits: ReadonlySet<string> = new Set(["H08", "H21", "H57"]);

/** Year, month and day of receipt; the system was born in this century. */
function receiptOf(code: string): [year: number, month: number, day: number] {
  const start = code.indexOf("-") + 1;
  const twoDigitsAt = (index: number) => Number(code.slice(start + index, start + index + 2));
  return [2000 + twoDigitsAt(0), twoDigitsAt(2), twoDigitsAt(4)];
}
