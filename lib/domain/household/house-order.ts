import { foldText } from "../text/fold";

/** What puts one door after another. Made once for each household: comparing reads no text twice. */
export type HouseKey = {
  /** `12A/3` as `[12, 1, "a", 3, 0, ""]`: number, whether more follows, letters. Empty where the address says no number. */
  readonly parts: readonly (number | string)[];
  readonly isEmpty: boolean;
  /** The folded address, for doors with the same number or with none. Folded when asked: most doors differ by number. */
  rest(): string;
};

/** The key of an address as it is written, such as "Số 42/5, tổ 7" or "12A Trần Phú". */
export function houseKeyOf(address: string | undefined): HouseKey {
  const text = (address ?? "").trim();
  const number = houseNumberIn(text);
  let rest: string | undefined;
  return { parts: number === undefined ? [] : partsOf(number), isEmpty: text === "", rest: () => (rest ??= foldText(text)) };
}

/**
 * The order in which one walks: 12, 12A, 12/3, 13. Doors without a number come after those with one, by
 * address; doors without an address last. For `Array.sort`.
 */
export function compareHouses(a: HouseKey, b: HouseKey): number {
  if (a.parts.length === 0 || b.parts.length === 0) {
    return b.parts.length - a.parts.length || Number(a.isEmpty) - Number(b.isEmpty) || compareText(a.rest(), b.rest());
  }
  for (const [index, part] of a.parts.entries()) {
    const difference = comparePart(part, b.parts[index]!);
    if (difference !== 0) return difference;
  }
  return compareText(a.rest(), b.rest());
}

/** "42/5" of "Số 42/5, tổ 7": the house number as it is written, for naming a door. */
export function houseNumberOf(address: string): string | undefined {
  return houseNumberIn(address.trim())?.toUpperCase();
}

/** One number, letters of subdivided plots behind it, and so on behind slashes: `12a/3b`. */
const number = String.raw`\d{1,5}[a-z]{0,2}(?:\/\d{1,5}[a-z]{0,2})*(?![\da-z])`;
const named = new RegExp(String.raw`(?:^|[\s,.;])(?:số nhà|nhà số|số|nhà|so nha|nha so|so|nha)[\s.:]*(${number})`);
const leading = new RegExp(`^(${number})`);

/** A number behind "tổ", "thôn", "hẻm" is not the door's, so only "số …" counts, or what the address begins with. */
function houseNumberIn(address: string): string | undefined {
  const text = address.normalize("NFC").toLowerCase();
  return (named.exec(text) ?? leading.exec(text))?.[1];
}

function partsOf(houseNumber: string): (number | string)[] {
  return houseNumber.split("/").flatMap((part, index, all) => {
    const [, digits = "", letters = ""] = /^(\d+)([a-z]*)$/.exec(part) ?? [];
    return [Number(digits), Number(index < all.length - 1), letters];
  });
}

/** Numbers of different length differ before one of them ends: by whether more follows. */
function comparePart(a: number | string, b: number | string): number {
  return typeof a === "number" && typeof b === "number" ? a - b : compareText(String(a), String(b));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
