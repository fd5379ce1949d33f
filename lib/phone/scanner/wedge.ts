/**
 * A scanner at a counter PC acts as a keyboard: many characters in a burst no hand can type, then Enter.
 * Keys come as `KeyboardEvent.key` and a time in milliseconds; what people type passes untouched.
 */
export type Wedge = {
  /** @returns the scanned text, once a burst has ended with Enter or Tab */
  press(key: string, at: number): string | undefined;
};

const fastestHand = 50;
const shortestScan = 20;

export function createWedge(): Wedge {
  let text = "";
  let last = Number.NEGATIVE_INFINITY;
  return {
    press(key, at) {
      if (at - last > fastestHand) text = "";
      last = at;
      if (key === "Enter" || key === "Tab") {
        const scanned = text.length >= shortestScan ? text : undefined;
        text = "";
        return scanned;
      }
      // Names of keys (Shift, Alt, Dead) are longer than one character.
      if ([...key].length === 1) text += key;
      return undefined;
    },
  };
}
