/**
 * A scanner at a counter PC acts as a keyboard: many characters in a burst no hand can type, then Enter, Tab
 * or nothing. Keys come as `KeyboardEvent.key` and a time in milliseconds; what people type passes untouched.
 *
 * ```
 *            key ≤ 50 ms             20th key              Enter, Tab, Ctrl+J, 150 ms of rest
 *   quiet ───────────────▶ maybe ──────────────▶ scan ───────────────────────────────────────▶ text
 *     ▲                      │ slower key          │ more than 150 ms until the next key
 *     └──────────────────────┴─────────────────────┘
 * ```
 */
export type Wedge = {
  /** @returns the scanned text, when this key ended a burst: then the key is not for the page */
  press(key: string, at: number): string | undefined;
  /** To be asked 150 ms after a key. @returns the scanned text of a scanner that sends no last key */
  rest(at: number): string | undefined;
};

export const restMs = 150;
const fastestHandMs = 50;
/** Characters of the shortest code: an identity card's, unless something shorter is expected. */
const shortestCard = 20;

/**
 * A key that did not arrive as its character, because an input method (Telex, VNI) or an Alt code stood between:
 * the text is not what the scanner sent, and whoever parses it shall know.
 */
const lostKey = "\uFFFD";

/** An input method at work, or half of an accent: certainly a key that was meant as a character. */
const swallowedKeys = new Set(["Process", "Unidentified", "Dead"]);

/** Keys that only change what the next one means. */
const silentKeys = new Set(["Shift", "CapsLock", "NumLock", "AltGraph"]);

export function createWedge(shortest = shortestCard): Wedge {
  let text = "";
  let last = Number.NEGATIVE_INFINITY;
  let control = false;

  const end = () => {
    // a key held down repeats as fast as a scanner writes
    const scanned = text.length >= shortest && new Set(text).size > 1 ? text : undefined;
    text = "";
    return scanned;
  };
  const add = (key: string) => {
    if ([...key].length === 1) text += key;
    else if (text !== "" || swallowedKeys.has(key)) text += lostKey;
  };

  return {
    press(key, at) {
      const patience = text.length >= shortest ? restMs : fastestHandMs;
      if (at - last > patience) text = "";
      last = at;
      if (silentKeys.has(key)) return undefined;
      const afterControl = control;
      control = key === "Control";
      if (key === "Enter" || key === "Tab" || (afterControl && /^[jm]$/i.test(key))) return end();
      if (!control) add(afterControl ? lostKey : key);
      return undefined;
    },
    rest(at) {
      return at - last >= restMs ? end() : undefined;
    },
  };
}
