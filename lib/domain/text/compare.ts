import { foldText } from "./fold";

/**
 * Order of two people as a Vietnamese reader expects it: by given name (the last word), then by the
 * words before it, in the Vietnamese alphabet. For `Array.sort`. Source: facts §6.
 */
export function comparePeople(a: string, b: string): number {
  const [left, right] = [splitName(a), splitName(b)];
  return vietnamese.compare(left.given, right.given) || vietnamese.compare(left.rest, right.rest);
}

/**
 * A key that sorts people acceptably where only code units are compared (IndexedDB): folded given name,
 * then the folded rest. Tones no longer order. It is still a name: keep it only where a name may stand.
 */
export function sortKeyOfPerson(name: string): string {
  const { given, rest } = splitName(name);
  return foldText(rest === "" ? given : `${given} ${rest}`);
}

/** Order of two places by name, numbers by their value: Khu phố 2 before Khu phố 10. For `Array.sort`. */
export function comparePlaces(a: string, b: string): number {
  return numbered.compare(a, b);
}

const vietnamese = new Intl.Collator("vi");
const numbered = new Intl.Collator("vi", { numeric: true });

function splitName(name: string): { given: string; rest: string } {
  const words = name.normalize("NFC").split(/\s+/).filter((word) => word !== "");
  return { given: words.at(-1) ?? "", rest: words.slice(0, -1).join(" ") };
}
