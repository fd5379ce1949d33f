import * as z from "zod/mini";
import { readableAlphabet, readableCode } from "../text/readable-code";

const length = 8;

/** Names a survey point in the address of the survey: public, guessing it is only tedious. */
export const SurveyCode = z.string().check(z.regex(new RegExp(`^[${readableAlphabet}]{${length}}$`), "malformed"));
export type SurveyCode = z.infer<typeof SurveyCode>;

/**
 * Makes a code.
 * @param random from a cryptographic source, at least 8 bytes; each gives one character
 */
export function surveyCode(random: Uint8Array): SurveyCode {
  return readableCode(random, length);
}
