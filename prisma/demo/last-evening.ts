/**
 * Eight in the evening of the day before, in Vietnam: when offices and the police had done their part. Reports speak of
 * what was decided until the end of a day that is over.
 */
export function lastEvening(now = Date.now()): string {
  const day = 24 * 60 * 60 * 1000;
  const vietnam = 7 * 60 * 60 * 1000;
  const today = Math.floor((now + vietnam) / day) * day - vietnam;
  return new Date(today - 4 * 60 * 60 * 1000).toISOString();
}
