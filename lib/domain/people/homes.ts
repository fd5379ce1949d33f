import type { LocalDate } from "../time/local-date";

type Dated = { readonly validFrom: LocalDate; readonly validTo?: LocalDate | undefined };

/**
 * Where somebody belongs on a day: what is held from this day on, also what only begins later; or, where that is
 * nothing, what was held last, so that whoever left is still found by who may take them back.
 */
export function homesOf<Assignment extends Dated>(assignments: readonly Assignment[], day: LocalDate): Assignment[] {
  const held = assignments.filter(({ validFrom, validTo }) => validTo === undefined || validFrom < validTo);
  const open = held.filter(({ validTo }) => validTo === undefined || day < validTo);
  if (open.length > 0) return open;
  const last = held.reduce<string>((latest, { validTo = "" }) => (validTo > latest ? validTo : latest), "");
  return held.filter(({ validTo }) => validTo === last);
}
