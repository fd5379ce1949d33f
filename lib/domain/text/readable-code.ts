/** Without letters and digits that are read for each other: a code may have to be typed from paper or a screen. */
export const readableAlphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/**
 * Makes a code of readable characters.
 * @param random at least `length` bytes; each gives one character
 */
export function readableCode(random: Uint8Array, length: number): string {
  return Array.from(random.subarray(0, length), (byte) => readableAlphabet.charAt(byte % readableAlphabet.length)).join("");
}
