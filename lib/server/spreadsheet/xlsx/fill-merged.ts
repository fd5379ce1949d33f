import "server-only";
import type { MergesByColumn } from "./survey-sheet";

/** Writes into rows, as they come, what cells merged with the one above them stand for. */
export function fillMerged(merges: MergesByColumn): (rowNumber: number, cells: string[]) => void {
  const columns = [...merges].map(([column, list]) => ({ column, list, next: 0, value: "" }));
  return (rowNumber, cells) => {
    for (const state of columns) {
      while (state.list[state.next] && state.list[state.next]!.through < rowNumber) state.next++;
      const merge = state.list[state.next];
      if (!merge || merge.from > rowNumber) continue;
      if (merge.from === rowNumber) state.value = cells[state.column] ?? "";
      else if (state.value !== "" && (cells[state.column] ?? "") === "") {
        while (cells.length < state.column) cells.push("");
        cells[state.column] = state.value;
      }
    }
  };
}
