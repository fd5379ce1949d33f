import "server-only";

/** A column to be made as wide as what stands in it asks for. */
export type FittedColumn = {
  /** Never broken: numbers, and the single words of headings. */
  readonly unbroken: readonly string[];
  /** Broken between words where there is no room. */
  readonly wrapped?: readonly string[];
};

export type Fitted = { readonly fontSize: number; readonly widths: readonly number[] };

const sizes = [10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7] as const;
/** Millimetres in which a unit's name takes no more than three or four lines, and in which nearly all take one. */
const nameWidth = { least: 27, most: 62 };

/**
 * Widths in millimetres, together `width`, and the greatest size of type at which no number is broken. Columns that
 * wrap take what is left; what they don't need is shared by all.
 */
export function fitColumns(columns: readonly FittedColumn[], width: number, sidePadding: number): Fitted {
  for (const fontSize of sizes) {
    const needed = columns.map((column) => neededWidth(column, fontSize) + 2 * sidePadding);
    const left = width - needed.reduce((sum, one) => sum + one, 0);
    if (left >= 0 || fontSize === sizes.at(-1)) return { fontSize, widths: shareOut(columns, needed, left, fontSize) };
  }
  throw new RangeError("no size of type");
}

function shareOut(columns: readonly FittedColumn[], needed: readonly number[], left: number, fontSize: number): number[] {
  const wanted = columns.map(({ wrapped = [] }, index) => {
    const longest = Math.max(0, ...wrapped.map((text) => millimetresOf(text, fontSize) + 2));
    return Math.max(0, Math.min(longest, nameWidth.most) - needed[index]!);
  });
  const all = wanted.reduce((sum, one) => sum + one, 0);
  const given = Math.min(1, all > 0 ? Math.max(0, left) / all : 0);
  const rest = (left - all * given) / columns.length;
  return needed.map((one, index) => one + wanted[index]! * given + rest);
}

function neededWidth({ unbroken, wrapped }: FittedColumn, fontSize: number): number {
  return Math.max(wrapped ? nameWidth.least : 0, ...unbroken.map((text) => millimetresOf(text, fontSize) + 0.4));
}

/** How wide a text is in bold Times New Roman, or a little less. */
function millimetresOf(text: string, fontSize: number): number {
  const em = [...text.normalize("NFC")].reduce((sum, letter) => sum + emOf(letter), 0);
  return (em * fontSize * 25.4) / 72;
}

/** Shares of the type's size, from the font's own metrics; letters by their kind. */
function emOf(letter: string): number {
  if (/\p{Nd}/u.test(letter)) return 0.5;
  if (/[.,\s/:;’“”]/u.test(letter)) return 0.28;
  if (/[-–()]/u.test(letter)) return 0.36;
  if (letter === "%") return 1;
  if (/[mw]/iu.test(letter)) return 0.85;
  return /\p{Lu}/u.test(letter) ? 0.72 : 0.52;
}
