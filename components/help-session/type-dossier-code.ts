/**
 * What a code field holds after a key or a paste. A space between its groups is the dash that is hard to find on
 * a phone's keyboard; pasted text loses spaces, line ends and long dashes. Anything else stays as typed, so that
 * the caret stays where it is.
 */
export function typeDossierCode(before: string, typed: string): string {
  if (typed === `${before} ` && /[0-9A-Z]$/i.test(before)) return `${before}-`;
  return typed.normalize("NFKC").replace(/[\p{Pd}−]/gu, "-").replace(/[\s\p{Cc}\p{Cf}]+/gu, "");
}
