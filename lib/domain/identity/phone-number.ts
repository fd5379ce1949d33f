import type * as z from "zod/mini";
import { parsedText } from "../parsed-text";
import type { RefusalCode } from "../refusal";
import { err, ok, type Result } from "../result";
import { cleanText } from "../text/clean-text";

/** A Vietnamese mobile number in E.164: `+84905123456`. Families share phones: not unique. Source: facts §6. */
export type PhoneNumber = string & z.core.$brand<"PhoneNumber">;
export const PhoneNumber = parsedText(parsePhoneNumber);

/**
 * Reads a mobile number with `0`, `84` or `+84` in front; spaces, dots, dashes and brackets don't matter.
 * Refuses with `required` or `phoneMalformed`.
 */
export function parsePhoneNumber(text: string): Result<PhoneNumber, RefusalCode> {
  const digits = cleanText(text).replace(/[ .()\p{Pd}]/gu, "");
  if (digits === "") return err("required");
  const [, subscriber] = /^(?:\+?84|0)([35789]\d{8})$/.exec(digits) ?? [];
  return subscriber === undefined ? err("phoneMalformed") : ok(`+84${subscriber}` as PhoneNumber);
}

/** As people read it aloud: `0905 123 456`. */
export function formatPhoneNumber(phone: PhoneNumber): string {
  return `0${phone.slice(3, 6)} ${phone.slice(6, 9)} ${phone.slice(9)}`;
}

/** `•••• ••• 456`: how a phone is shown unless somebody reveals it. Source: facts §5.5. */
export function maskPhoneNumber(phone: PhoneNumber): string {
  return `•••• ••• ${phone.slice(-3)}`;
}
