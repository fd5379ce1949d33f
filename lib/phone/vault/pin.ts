export const pinLength = 6;

/** Rounds of the derivation for new PINs: a fifth of a second on one core of 2026, see `npm run bench -- vault`. */
export const pinIterations = 1_500_000;

export type PinWeakness = "length" | "easy";

/** Why a PIN can't be chosen. Dates are fine: who finds the phone does not know whose birthday it is. */
export function weaknessOf(pin: string): PinWeakness | undefined {
  if (!/^\d+$/.test(pin) || pin.length !== pinLength) return "length";
  return isEasy(pin) ? "easy" : undefined;
}

/** What people try first: one digit, a row of keys up or down, a short piece over and over, pairs in a row. */
function isEasy(pin: string): boolean {
  const digits = [...pin].map(Number);
  const steps = digits.slice(1).map((digit, index) => (digit - digits[index]! + 10) % 10);
  const isRow = steps.every((step) => step === steps[0]) && [0, 1, 9].includes(steps[0]!);
  const isRepeated = [2, 3].some((length) => pin === pin.slice(0, length).repeat(pinLength / length));
  const isPairs = steps.every((step, index) => (index % 2 === 0 ? step === 0 : [1, 9].includes(step)));
  return isRow || isRepeated || isPairs;
}
