import type { DossierCode } from "./dossier-code";

/**
 * Whether two codes differ by one slip of the hand: one character is another, or two neighbours are the wrong way
 * round. Equal codes are not. The set-based form is the function `propose_codes` of the database; nothing is ever
 * repaired by it, people are asked.
 */
export function oneOff(a: DossierCode, b: DossierCode): boolean {
  if (a.length !== b.length) return false;
  const differing = [...a].flatMap((character, index) => (character === b[index] ? [] : [index]));
  const [first, second] = differing;
  if (first === undefined || differing.length > 2) return false;
  return second === undefined || (second === first + 1 && a[first] === b[second] && a[second] === b[first]);
}
