import "server-only";

/** Days from 1970-01-01 to day 0. Excel believes in 29 February 1900 (day 60): days before it are one later. */
const dayZero = { from1900: -25_569, from1904: -24_107 } as const;
const secondsPerDay = 86_400;
/** 31 December 9999. */
const lastDay = 2_958_465;

/**
 * `2023-04-11`, or `2023-04-11 08:30:00` where the number has a part of a day; undefined where it is no day.
 * To the second, as Excel shows it.
 */
export function serialDate(serial: number, from1904: boolean): string | undefined {
  const first = from1904 ? 0 : 1;
  if (!(serial >= first && serial < lastDay + 1)) return undefined;
  const shift = from1904 ? dayZero.from1904 : dayZero.from1900 + (serial < 60 ? 1 : 0);
  const seconds = Math.round(serial * secondsPerDay);
  const text = new Date((seconds + shift * secondsPerDay) * 1000).toISOString();
  return seconds % secondsPerDay === 0 ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}
