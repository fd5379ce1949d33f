import "server-only";

/** `skip`: characters before the first row. */
export type Format = { readonly delimiter: string; readonly lineEnd: "\n" | "\r"; readonly skip: number };

/**
 * How a text is cut into rows and cells. The delimiter is the one that most lines agree on: a comma inside
 * titles and addresses stands a different number of times in each line.
 */
export function guessFormat(start: string): Format {
  const lineEnd = !start.includes("\n") && start.includes("\r") ? "\r" : "\n";
  const [stated, declared] = /^sep=(.)\r?\n/.exec(start) ?? [];
  if (stated !== undefined && declared !== undefined) return { delimiter: declared, lineEnd, skip: stated.length };
  const lines = start.replace(/"(?:[^"]|"")*"/g, "").split(lineEnd).filter((line) => line.trim() !== "").slice(0, 200);
  const [best] = delimiters.map((delimiter) => ({ delimiter, weight: agreement(lines, delimiter) })).sort((a, b) => b.weight - a.weight);
  return { delimiter: best?.delimiter ?? ",", lineEnd, skip: 0 };
}

const delimiters: readonly string[] = [",", ";", "\t", "|"];

/** The count that occurs in most lines, times these lines. */
function agreement(lines: readonly string[], delimiter: string): number {
  const linesByCount = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(delimiter).length - 1;
    linesByCount.set(count, (linesByCount.get(count) ?? 0) + 1);
  }
  return Math.max(0, ...[...linesByCount].map(([count, times]) => count * times));
}
