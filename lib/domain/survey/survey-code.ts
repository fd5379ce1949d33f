import * as z from "zod/mini";

/** Without letters and digits that are read for each other: a code may have to be typed from paper. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const length = 8;

/** Names a survey point in the address of the survey: public, guessing it is only tedious. */
export const SurveyCode = z.string().check(z.regex(new RegExp(`^[${alphabet}]{${length}}$`), "malformed"));
export type SurveyCode = z.infer<typeof SurveyCode>;

/**
 * Makes a code.
 * @param random from a cryptographic source, at least 8 bytes; each gives one character
 */
export function surveyCode(random: Uint8Array): SurveyCode {
  return Array.from(random.subarray(0, length), (byte) => alphabet.charAt(byte % alphabet.length)).join("");
}
