import type { ClipboardEvent, KeyboardEvent } from "react";
import { reportIndicators, type ReportIndicator } from "@/lib/domain/report/report-table";
import type { TargetRow } from "@/lib/protocol/targets";

/** The cell that Enter and the arrows lead to: the same indicator, the next unit that may be filled in. */
export function stepFrom({ key, shiftKey, target }: KeyboardEvent, table: HTMLElement | null): HTMLInputElement | undefined {
  const step = key === "ArrowDown" || (key === "Enter" && !shiftKey) ? 1 : key === "ArrowUp" || key === "Enter" ? -1 : 0;
  if (step === 0 || !(target instanceof HTMLInputElement) || !table) return undefined;
  const column = [...table.querySelectorAll<HTMLInputElement>(`input[data-indicator="${target.dataset.indicator}"]`)];
  return column[column.indexOf(target) + step];
}

/** Cells copied from a spreadsheet, laid over the grid from the cell they are pasted into; undefined for a single one. */
export function cellsToPaste({ clipboardData, target }: ClipboardEvent, rows: readonly TargetRow[]): [TargetRow, ReportIndicator, string][] | undefined {
  const lines = clipboardData.getData("text/plain").replace(/\r?\n$/, "").split(/\r?\n/).map((line) => line.split("\t"));
  if (!(target instanceof HTMLInputElement) || (lines.length === 1 && lines[0]?.length === 1)) return undefined;
  const editable = rows.filter(({ mayEdit }) => mayEdit);
  const first = editable.findIndex(({ id }) => id === target.dataset.unit);
  const column = reportIndicators.findIndex((indicator) => indicator === target.dataset.indicator);
  if (first < 0 || column < 0) return undefined;
  return lines.flatMap((cells, down) => cells.flatMap((text, right): [TargetRow, ReportIndicator, string][] => {
    const [row, indicator] = [editable[first + down], reportIndicators[column + right]];
    return row && indicator ? [[row, indicator, text]] : [];
  }));
}
