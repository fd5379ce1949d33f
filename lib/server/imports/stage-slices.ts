import "server-only";
import type { RecordKind } from "@/lib/domain/import/record-fields";
import type { ImportResult, PreviewRow, ProblemCount } from "@/lib/protocol/imports";
import type { RowProblem, Slice } from "./read-slices";
import { prepareSlice, type StagedBatch } from "./save-slice";

/** Problems that are kept one by one; all are counted. */
export const keptProblems = 1_000;
export const previewRows = 50;

/**
 * Stages slices as they come: while one is written, the next is read, and never more than these two are held.
 * @returns what is shown before it is accepted
 * @throws what reading throws, and `ImportStopped`
 */
export async function stageSlices<Kind extends RecordKind>(batch: StagedBatch<Kind>, slices: AsyncIterable<Slice<Kind>>): Promise<Pick<ImportResult, "preview" | "problems">> {
  const preview: PreviewRow[] = [];
  const counts = new Map<string, ProblemCount>();
  let kept = 0;
  let writing: Promise<unknown> = Promise.resolve();
  try {
    for await (const slice of slices) {
      for (const { rowNumber, record } of slice.records.slice(0, previewRows - preview.length)) preview.push({ rowNumber, values: batch.strategy.previewOf(record) });
      for (const problem of slice.problems) count(counts, problem);
      const problems = slice.problems.slice(0, keptProblems - kept);
      kept += problems.length;
      const write = prepareSlice(batch, slice, problems);
      await writing;
      writing = write();
      // Awaited one turn later; until then it must not count as unhandled.
      writing.catch(() => undefined);
    }
  } finally {
    await writing;
  }
  return { preview, problems: [...counts.values()].sort((a, b) => b.count - a.count) };
}

function count(counts: Map<string, ProblemCount>, { field, code }: RowProblem): void {
  const key = `${field} ${code}`;
  counts.set(key, { field, code, count: (counts.get(key)?.count ?? 0) + 1 });
}
