import "server-only";
import { cleanCell } from "@/lib/domain/import/clean-cell";

/**
 * What stood in a cell, to be kept with its problem: a code or a day, or what somebody took for one. A column may have
 * been chosen wrongly, so names and long numbers are never kept.
 */
export function plainTextOf(text: string): string | undefined {
  const cell = cleanCell(text).slice(0, 60);
  if (cell === "" || /\p{L}{3}/u.test(cell) || /\d{9}/.test(cell.replace(/[\s.]/g, ""))) return undefined;
  return cell;
}
