/**
 * Text as a person meant it: NFC, one space between words, nothing invisible.
 *
 * Line breaks and tabs become spaces; other control characters (keyboard scanners append them) and
 * format characters (zero-width spaces, byte order marks, bidi marks of pasted text) are dropped.
 * Idempotent. Source: facts §1.
 */
export function cleanText(text: string): string {
  return text
    .replace(/[\t\n\v\f\r]/g, " ")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim();
}
