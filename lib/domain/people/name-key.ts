import { cleanText } from "../text/clean-text";

/**
 * Two spellings of one name have one key: capitals, blanks, and where in a syllable the tone is put (`Hoà`, `Hòa`). The
 * tone itself tells people apart: `Hoa` is somebody else.
 */
export function nameKey(name: string): string {
  return cleanText(name).toLowerCase().split(/[ \-'’]+/).map(toneLast).join(" ");
}

function toneLast(syllable: string): string {
  const letters = syllable.normalize("NFD");
  return letters.replace(tones, "") + (letters.match(tones) ?? []).join("");
}

/** Grave, acute, tilde, hook above, dot below; breve, circumflex and horn are part of the letter. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
