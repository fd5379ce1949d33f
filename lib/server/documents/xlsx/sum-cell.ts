import "server-only";
import type { CellValue } from "@/lib/server/spreadsheet/write/workbook-sheet";

/** A sum that goes on being one; a plain number where those above don't add up to it, so that none is made up. */
export function sumCell(total: number | null, parts: readonly number[], range: string): CellValue {
  if (total === null || parts.length === 0 || parts.reduce((sum, part) => sum + part, 0) !== total) return total;
  return { formula: `SUM(${range})`, result: total };
}
