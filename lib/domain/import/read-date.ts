import type { RefusalCode } from "../refusal";
import { err, ok, type Result } from "../result";
import { addDays, isCalendarDate, localDateOf, parseInstant, type LocalDate } from "../time/local-date";
import { cleanCell } from "./clean-cell";

/**
 * Reads a day as exports write it: `15/03/2023`, `5-3-2023`, `15.03.2023 08:30[:00]`, `08:30 15/03/2023`,
 * `2023-03-15` with or without a time, `20230315`, `15 tháng 3 năm 2023`, or the number of days by which Excel
 * knows it. The day stands before the month, always. Refuses with `required` or `dateMalformed`, also for years
 * of two digits and days that the calendar doesn't have.
 */
export function readDate(text: string): Result<LocalDate, RefusalCode> {
  const cell = cleanCell(text);
  if (cell === "") return err("required");
  const local = vietnamese.exec(cell) ?? inWords.exec(cell);
  if (local) return dayOf(local[3], local[2], local[1]);
  const iso = isoDate.exec(cell);
  if (iso) return iso[4] === "Z" ? dayOfInstant(cell) : dayOf(iso[1], iso[2], iso[3]);
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(cell);
  if (digits) return dayOf(digits[1], digits[2], digits[3]);
  return /^\d{5}(\.\d+)?$/.test(cell) ? dayOfSerial(Number(cell)) : err("dateMalformed");
}

const time = String.raw`(?:[01]?\d|2[0-3])(?::|h)[0-5]\d(?:[:.][0-5]\d(?:\.\d+)?)?(?: ?(?:SA|CH|AM|PM))?`;
const vietnamese = new RegExp(String.raw`^(?:${time}[ ,-]*)?(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})(?:[ ,-]+${time})?$`, "i");
const inWords = /^(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})$/i;
const isoDate = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z)?(?:\+07:?00)?)?$/;

function dayOf(year = "", month = "", day = ""): Result<LocalDate, RefusalCode> {
  const known = Number(year) >= 1900 && isCalendarDate(Number(year), Number(month), Number(day));
  return known ? ok(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` as LocalDate) : err("dateMalformed");
}

/** A moment in UTC: in Vietnam it may be a day later. */
function dayOfInstant(text: string): Result<LocalDate, RefusalCode> {
  const instant = parseInstant(text.replace(" ", "T"));
  return instant.ok ? ok(localDateOf(instant.value)) : err("dateMalformed");
}

/** Days since Excel's day 0; from 1954 to 2099, so that no other number of five digits becomes a day. */
function dayOfSerial(serial: number): Result<LocalDate, RefusalCode> {
  if (serial < 20_000 || serial >= 73_051) return err("dateMalformed");
  return ok(addDays("1899-12-30" as LocalDate, Math.floor(serial)));
}
