import type * as z from "zod/mini";
import { parsedText } from "../parsed-text";
import type { RefusalCode } from "../refusal";
import { err, ok, type Result } from "../result";
import { cleanText } from "../text/clean-text";

/** Full name of a person, NFC, single spaces, at most 80 characters; case as given. */
export type PersonName = string & z.core.$brand<"PersonName">;
export const PersonName = parsedText(parsePersonName);

/**
 * Reads a name: letters of any people of the province (ŏ ŭ č ĕ ñ), apostrophes as in `H'Bia`, hyphens and
 * spaces. Refuses with `required`, `tooLong` or `nameHasUnexpectedCharacters`. Source: facts §1.
 */
export function parsePersonName(text: string): Result<PersonName, RefusalCode> {
  const name = cleanText(text);
  if (name === "") return err("required");
  if ([...name].length > 80) return err("tooLong");
  return namePattern.test(name) ? ok(name as PersonName) : err("nameHasUnexpectedCharacters");
}

const namePattern = /^\p{L}[\p{L}\p{M}'’\- ]*$/u;
