import { foldText } from "../text/fold";

/** What is searched of a household. */
export type Searchable = { readonly head?: string | undefined; readonly address?: string | undefined };

/**
 * Every different word of a set of households with where it stands. Made once: 10,000 households share some
 * thousand words, so a search looks at those instead of at every household.
 */
export type HouseholdIndex<Household extends Searchable> = {
  readonly households: readonly Household[];
  readonly words: readonly IndexedWord[];
  /** Folded head and address of each household, words single-spaced. */
  readonly heads: readonly string[];
  readonly doors: readonly string[];
};

type IndexedWord = {
  readonly word: string;
  /** Positions in `households`, ascending. */
  readonly inHeads: readonly number[];
  readonly inAddresses: readonly number[];
};

/** @param households in the order in which equally good hits are to come */
export function indexHouseholds<Household extends Searchable>(households: readonly Household[]): HouseholdIndex<Household> {
  const words = new Map<string, { word: string; inHeads: number[]; inAddresses: number[] }>();
  const fold = rememberedFold();
  const entryOf = (word: string) => {
    const known = words.get(word);
    if (known) return known;
    const made = { word, inHeads: [], inAddresses: [] };
    words.set(word, made);
    return made;
  };
  const place = (text: string, position: number, field: "inHeads" | "inAddresses") => {
    const found = wordsIn(text, fold);
    for (const word of found) addTo(entryOf(word)[field], position);
    return found.join(" ");
  };
  const heads = households.map(({ head = "" }, position) => place(head, position, "inHeads"));
  const doors = households.map(({ address = "" }, position) => place(address, position, "inAddresses"));
  return { households, words: [...words.values()], heads, doors };
}

/**
 * Households that hold every typed word in head or address, best first: with or without accents, words in any
 * order, begun words, and in words of four letters and more one slip (a letter too many, missing, wrong, or two
 * swapped). Numbers are taken as typed.
 * @returns at most `limit`; none for a query without a word
 */
export function searchHouseholds<Household extends Searchable>(index: HouseholdIndex<Household>, query: string, limit = 50): Household[] {
  return hits(index, wordsIn(query, foldText)).slice(0, limit).map((position) => index.households[position]!);
}

/**
 * Households that one about to be entered may be: the same head but for one slip in each word, or the same
 * door. The index is that of the hamlet.
 */
export function findDoubles<Household extends Searchable>(index: HouseholdIndex<Household>, { head = "", address = "" }: Searchable, limit = 5): Household[] {
  const name = wordsIn(head, foldText);
  const door = wordsIn(address, foldText).join(" ");
  const sameName = name.length < 2 ? [] : hits(index, name).filter((position) => isSameName(name, index.heads[position]!.split(" ")));
  const sameDoor = door === "" ? [] : [...index.doors.keys()].filter((position) => index.doors[position] === door);
  return [...new Set([...sameName, ...sameDoor])].slice(0, limit).map((position) => index.households[position]!);
}

/** Whether two folded words are the same but for one letter too many, missing, wrong, or two swapped. */
export function isOneSlipApart(a: string, b: string): boolean {
  return a === b || endOfSlip(a, b, true) !== undefined;
}

const exact = 8;
const begun = 6;
const slipped = 4;
const begunAndSlipped = 2;
const inHeadBonus = 1;
const phraseBonus = 5;
const leastLettersForSlips = 4;

/** A slash stays inside a house number. */
function wordsIn(text: string, fold: (word: string) => string): string[] {
  return text.split(separators).map(fold).filter((word) => word !== "" && word !== "/");
}

/** What people put between words; plain characters, because classes of Unicode take ten times as long. */
const separators = /[\s,.;:()"'’‘–—-]+/;

/** Names repeat: each different spelling is folded once. */
function rememberedFold(): (word: string) => string {
  const folded = new Map<string, string>();
  return (word) => {
    const known = folded.get(word);
    if (known !== undefined) return known;
    const made = foldText(word);
    folded.set(word, made);
    return made;
  };
}

/** The same word twice in one text counts once. */
function addTo(positions: number[], position: number): void {
  if (positions.at(-1) !== position) positions.push(position);
}

/** Positions of the households that hold every word, best first. */
function hits(index: HouseholdIndex<Searchable>, wanted: readonly string[]): number[] {
  if (wanted.length === 0) return [];
  const total = new Uint16Array(index.heads.length);
  const best = new Uint8Array(index.heads.length);
  let candidates: number[] | undefined;
  for (const word of new Set(wanted)) {
    best.fill(0);
    scoreWord(word, index, best);
    candidates = collect(candidates, best, total);
  }
  const phrase = wanted.join(" ");
  for (const position of candidates!) if (index.heads[position]!.includes(phrase)) total[position]! += phraseBonus;
  return candidates!.sort((a, b) => total[b]! - total[a]! || a - b);
}

function scoreWord(wanted: string, { words }: HouseholdIndex<Searchable>, best: Uint8Array): void {
  const mayHaveSlip = wanted.length >= leastLettersForSlips && !/\d/.test(wanted);
  for (const { word, inHeads, inAddresses } of words) {
    const score = scoreOf(wanted, word, mayHaveSlip);
    if (score === 0) continue;
    for (const position of inHeads) if (best[position]! < score + inHeadBonus) best[position] = score + inHeadBonus;
    for (const position of inAddresses) if (best[position]! < score) best[position] = score;
  }
}

function scoreOf(wanted: string, word: string, mayHaveSlip: boolean): number {
  if (word.startsWith(wanted)) return word.length === wanted.length ? exact : begun;
  if (!mayHaveSlip || word.length < leastLettersForSlips - 1) return 0;
  const end = endOfSlip(wanted, word, false);
  return end === undefined ? 0 : end === word.length ? slipped : begunAndSlipped;
}

/**
 * Where in `word` the typed letters end when one slip is allowed for; undefined when that is not enough. The slip is
 * where they first differ: a letter wrong, too many, missing, or two swapped.
 */
function endOfSlip(typed: string, word: string, whole: boolean): number | undefined {
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at += 1;
  const isSwapped = at + 1 < typed.length && typed[at] === word[at + 1] && typed[at + 1] === word[at];
  const ways = [[at + 1, at + 1], [at + 1, at], [at, at + 1], ...(isSwapped ? [[at + 2, at + 2]] : [])] as [number, number][];
  let end: number | undefined;
  for (const [inTyped, inWord] of ways) {
    const reached = inWord + typed.length - inTyped;
    if (inTyped > typed.length || inWord > word.length || reached > word.length || (whole && reached !== word.length)) continue;
    if (word.startsWith(typed.slice(inTyped), inWord) && reached > (end ?? -1)) end = reached;
  }
  return end;
}

/** Of the candidates so far (all, at first) those that hold this word too, with its score added. */
function collect(candidates: readonly number[] | undefined, best: Uint8Array, total: Uint16Array): number[] {
  const kept: number[] = [];
  const count = candidates?.length ?? best.length;
  for (let at = 0; at < count; at += 1) {
    const position = candidates ? candidates[at]! : at;
    if (best[position] === 0) continue;
    total[position]! += best[position]!;
    kept.push(position);
  }
  return kept;
}

function isSameName(wanted: readonly string[], words: readonly string[]): boolean {
  if (words.length !== wanted.length) return false;
  const left = [...words];
  return wanted.every((word) => {
    const at = left.findIndex((other) => other === word || (word.length >= leastLettersForSlips && isOneSlipApart(word, other)));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}
