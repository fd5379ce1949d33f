/** Vietnam has one zone and no summer time. */
const zone = "+07:00";
const offset = 7 * 60 * 60 * 1000;

/** What `datetime-local` wants, in Vietnam's time whatever the phone is set to. */
export function inputOfInstant(instant: string): string {
  return new Date(Date.parse(instant) + offset).toISOString().slice(0, 16);
}

/** The moment that `datetime-local` says. */
export function instantOfInput(text: string): string {
  return new Date(`${text}${zone}`).toISOString();
}
