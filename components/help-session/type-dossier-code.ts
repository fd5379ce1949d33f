/**
 * What a code field holds after a key or a paste. A space between its groups is the dash that is hard to find on
 * a phone's keyboard, and the unit's dot comes by itself; pasted text loses spaces, line ends and long dashes.
 * Anything else stays as typed, so that the caret stays where it is.
 */
export function typeDossierCode(before: string, typed: string): string {
  const key = typed.startsWith(before) && typed.length === before.length + 1 ? typed.slice(before.length) : undefined;
  if (key === " " && /[0-9A-Z]$/i.test(before)) return `${withDots(before)}-`;
  if (key !== undefined && /^\d$/.test(key) && /^[A-Z]\d{2}$/i.test(before)) return `${before}.${key}`;
  return typed.normalize("NFKC").replace(/[\p{Pd}−]/gu, "-").replace(/[\s\p{Cc}\p{Cf}]+/gu, "");
}

/** "H08 21 " was typed for H08.21: what follows a unit and is no day yet belongs to the unit. */
function withDots(before: string): string {
  return /^[A-Z]\d{2}(\.\d{1,3})*-\d{1,3}$/i.test(before) ? before.replace("-", ".") : before;
}

/** The code as it is left: ten or eleven digits in a row are the day and the number. Longer ones are rather a payment. */
export function groupDossierCode(typed: string): string {
  return typed.replace(/^(.*-\d{6})(\d{4,5})$/, "$1-$2");
}
