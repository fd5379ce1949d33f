import "server-only";
import { cleanCell } from "@/lib/domain/import/clean-cell";

/**
 * What stood in a cell, to be kept with its problem: a code or a day, or what somebody took for one. A column may have
 * been chosen wrongly, so names and long numbers are never kept.
 */
export function plainTextOf(text: string): string | undefined {
  const cell = cleanCell(text).slice(0, 60);
  return !/\d/.test(cell) || namePattern.test(cell) || isLongNumber(cell) ? undefined : cell;
}

/** Three letters in a row, or two and two: `Vũ An` is a name as well. */
const namePattern = /\p{L}{3}|\p{L}{2}\P{L}+\p{L}{2}/u;

/** Also with blanks, points, hyphens and brackets between its digits, as phone numbers are written. */
function isLongNumber(cell: string): boolean {
  return /\d{9}/.test(cell.replace(/[\s.]/g, "")) || (/^[\d\s.()+-]+$/.test(cell) && cell.replace(/\D/g, "").length >= 9);
}
