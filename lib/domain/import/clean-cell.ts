import { foldText } from "../text/fold";
import { cleanText } from "../text/clean-text";

/**
 * A cell as a person meant it: `cleanText`, without the marks by which programs keep a number a text
 * (`'052…`, `="052…"`). Fast for what is clean already, which is nearly all of a million rows.
 */
export function cleanCell(text: string): string {
  if (plainCell.test(text)) return text;
  const cleaned = cleanText(text);
  return /^="(.*)"$/.exec(cleaned)?.[1] ?? cleaned.replace(/^'(?=.)/, "");
}

/** Printable ASCII with single blanks inside. */
const plainCell = /^(?!['=])(?:[!-~]+(?: [!-~]+)*)?$/;

/** A cell's words for comparing: folded, without signs, one blank between words. */
export function wordsOf(text: string): string {
  return foldText(cleanText(text)).replace(/[^a-z0-9]+/g, " ").trim();
}
