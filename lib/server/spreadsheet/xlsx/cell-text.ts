import "server-only";
import { serialDate } from "./serial-date";
import { unescapeText } from "./unescape-text";

export type CellStyles = {
  readonly sharedStrings: readonly string[];
  readonly isDateByStyle: readonly boolean[];
  readonly from1904: boolean;
};

/** What a cell holds as text: a day as ISO, a number in full digits, anything else as it stands. */
export function cellText({ t: type = "n", s: style }: Readonly<Record<string, string>>, value: string, styles: CellStyles): string {
  if (type === "s") return styles.sharedStrings[Number(value)] ?? "";
  if (type === "d") return value.replace("T", " ").replace(/ 00:00:00.*$/, "");
  if (type !== "n") return type === "e" || type === "b" ? value : unescapeText(value);
  const isDate = style !== undefined && styles.isDateByStyle[Number(style)] === true;
  return (isDate ? serialDate(Number(value), styles.from1904) : undefined) ?? digitsOf(value);
}

/** `5.2095001234E10` is 52095001234: workbooks may write any number with an exponent. */
function digitsOf(value: string): string {
  if (/^-?\d+$/.test(value)) return value;
  const number = Number(value);
  return Number.isFinite(number) ? String(number) : value;
}
