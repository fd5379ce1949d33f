import type { RefusalCode } from "../refusal";
import { foldText } from "../text/fold";

/** In characters as people count them. Longer is fine: nobody is stopped from using a sentence. */
export const passwordLength = { least: 12, most: 128 };

/**
 * Why a new password won't do, or undefined. Any characters, spaces too; nothing has to be in it (OWASP ASVS 5, 6.2):
 * only what is long and not among the first guesses counts.
 * @param isListed knows words that are guessed first, folded and without spaces, also those of the place and the scheme
 * @param own what others know of the person: the login, the name
 */
export function passwordProblem(password: string, isListed: (word: string) => boolean, own: readonly string[] = []): RefusalCode | undefined {
  const characters = [...password.normalize("NFKC")];
  if (characters.length < passwordLength.least) return "passwordTooShort";
  if (characters.length > passwordLength.most) return "passwordTooLong";
  return fewestGuesses(characters.join(""), isListed, own) < leastGuesses ? "passwordGuessable" : undefined;
}

/** A word and a year, two words and a number: made of so few pieces, a password is guessed by combining lists. */
const leastGuesses = 4;

/**
 * The least number of pieces the text is made of. A piece is a listed or an own word, also with `4` for `a` and the like;
 * a row of keys, of the alphabet or of one character; up to four digits, such as a year; or, failing these, one character.
 * What stands between words, and an exclamation mark at the end, is guessed along.
 */
function fewestGuesses(password: string, isListed: (word: string) => boolean, own: readonly string[]): number {
  const text = onceOnly(foldText(password).replace(/[\s._,/-]|[!?]+$/g, ""));
  const known = new Set(own.flatMap(wordsOf));
  const isPiece = (piece: string) => /^\d{1,4}$/.test(piece) || isRow(piece) || plainSpellings(piece).some((word) => known.has(word) || isListed(word));
  const guesses = [0];
  for (let end = 1; end <= text.length; end += 1) {
    let best = guesses[end - 1]! + 1;
    for (let start = Math.max(0, end - longestPiece); start < end - 1; start += 1) {
      if (guesses[start]! + 1 < best && isPiece(text.slice(start, end))) best = guesses[start]! + 1;
    }
    guesses.push(best);
  }
  return guesses[text.length]!;
}

const longestPiece = 24;

/** "abc123abc123" is no better than "abc123". */
function onceOnly(text: string): string {
  return /^(.+?)\1+$/.exec(text)?.[1] ?? text;
}

/** A name is guessed as a whole, in its words, and in the words as they are called. */
function wordsOf(own: string): string[] {
  const words = foldText(own).split(/[^a-z0-9]+/).filter((word) => word !== "");
  return [words.join(""), words.slice(-2).join(""), ...words].filter((word) => word.length > 1);
}

function plainSpellings(piece: string): string[] {
  const plain = piece.replace(/[03457@$]/g, (sign) => signs[sign]!);
  return [...new Set([piece, plain.replace(/[1!]/g, "i"), plain.replace(/[1!]/g, "l")])];
}

const signs: Readonly<Record<string, string>> = { "0": "o", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", $: "s" };

function isRow(piece: string): boolean {
  if (piece.length < 3) return false;
  if (/^(.)\1+$/u.test(piece)) return true;
  return rows.some((row) => row.includes(piece));
}

const rows = [
  "0123456789012345678901234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop[]", "qwertyuiopasdfghjklzxcvbnm", "asdfghjkl;'", "zxcvbnm,./",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik", "qazwsxedcrfvtgbyhnujmikolp", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "qweasdzxcrtyfghvbn", "123qweasdzxc",
  "147258369", "159357", "789456123", "741852963", "!@#$%^&*()_+", "!qaz@wsx#edc$rfv", "aabbccddeeffgg", "112233445566778899", "135792468", "246813579",
].flatMap((row) => [row, [...row].reverse().join("")]);
