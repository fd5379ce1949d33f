import "server-only";
import { guessedFirst } from "./guessed-first";

/** Whether a folded word without spaces is among those that are tried first. */
export function isListedWord(word: string): boolean {
  words ??= new Set(guessedFirst.split(/\s+/).filter((listed) => listed !== ""));
  return words.has(word);
}

/** Read at the first new password. */
let words: ReadonlySet<string> | undefined;
