import { cleanCell, wordsOf } from "./clean-cell";
import { knownColumnNames } from "./column-names";
import type { Mapping } from "./mapping";
import { keyField, type RecordKind } from "./record-fields";
import type { Row } from "./row";

/**
 * Whether a row that can't be read is no record at all: nothing where records have something, a sum or a
 * signature, a heading between groups, the numbers of columns, or their names once more on the next page.
 */
export function isBesideTheData(kind: RecordKind, mapping: Mapping, { cells }: Row): boolean {
  const filled = cells.map(cleanCell).filter((cell) => cell !== "");
  const mapped = Object.values(mapping).map((column) => cleanCell(cells[column] ?? ""));
  if (mapped.every((cell) => cell === "")) return true;
  const key = cleanCell(cells[mapping[keyField[kind]] ?? -1] ?? "");
  if (isColumnNumbers(filled) || knownColumnNames.has(wordsOf(key))) return true;
  const hasKey = /\d{4}/.test(key) && !/\s/.test(key);
  return !hasKey && (filled.some((cell) => footer.test(wordsOf(cell))) || isHeading(filled));
}

/** `(1) (2) (3)…` or `A B 1 2…` below the names. */
function isColumnNumbers(filled: readonly string[]): boolean {
  return filled.length >= 3 && filled.every((cell) => /^(\(\d{1,2}\)|\[\d{1,2}\]|\d{1,2}|[A-Z])$/.test(cell)) && new Set(filled).size === filled.length;
}

/** `UBND phường Bình Định` alone, or behind `II`: words over the rows that follow. */
function isHeading(filled: readonly string[]): boolean {
  const [number = "", words = ""] = filled.length === 1 ? ["I", ...filled] : filled;
  return filled.length <= 2 && /^([IVX]+|[A-H])\.?$/.test(number) && /\p{L}{2}/u.test(words) && !/\d{2}/.test(words);
}

const footer = /^(tong|tong cong|tong so|cong|cong don|nguoi lap|lap bieu|thu truong|truong phong|giam doc|chu tich|ke toan|ghi chu|noi nhan|xac nhan|ky|ky ten|ngay \d{1,2} thang \d{1,2} nam \d{4}|ngay thang nam|in luc|trang \d+.*)$|^(tong cong|tong so|nguoi lap|noi nhan|ghi chu|thu truong) |(, |^| )ngay( \d{1,2})? thang( \d{1,2})? nam/;
