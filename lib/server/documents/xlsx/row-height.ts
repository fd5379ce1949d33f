import "server-only";

/** Points that one line takes, and how many of its characters are as wide as a column of width 1. */
const sizes = {
  heading: { line: 19, perWidth: 0.8 },
  text: { line: 16, perWidth: 1.12 },
  note: { line: 15, perWidth: 1.15 },
} as const;

/**
 * How high a row has to be for a text in a column of this width, in points: not every program makes rows as high as
 * what stands in them. Rather a little too high than cut.
 */
export function heightOf(text: string, width: number, size: keyof typeof sizes = "text"): number {
  const { line, perWidth } = sizes[size];
  return line * linesNeeded(text, Math.floor(width * perWidth));
}

/** Words are never broken where they fit on a line of their own. */
function linesNeeded(text: string, perLine: number): number {
  let [lines, used] = [1, 0];
  for (const { length } of text.split(" ")) {
    if (used > 0 && used + 1 + length > perLine) [lines, used] = [lines + 1, 0];
    lines += Math.floor(Math.max(0, length - 1) / perLine);
    used += (used > 0 ? 1 : 0) + length;
  }
  return lines;
}
