/** Round whole values from 0 to at least the largest, in steps of 1, 2, 2.5 or 5 times a power of ten: at most four. */
export function roundTicks(largest: number): number[] {
  if (largest <= 0) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(largest / 3));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate * 4 >= largest && Number.isInteger(candidate)) ?? 10 * power;
  return Array.from({ length: Math.ceil(largest / step) + 1 }, (_, index) => index * step);
}
