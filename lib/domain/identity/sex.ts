import * as z from "zod/mini";
import { missingOr } from "../parsed-text";
import type { RefusalCode } from "../refusal";
import { err, ok, type Result } from "../result";
import { cleanText } from "../text/clean-text";

/** Sex as cards print it. */
export type Sex = z.infer<typeof Sex>;
export const Sex = z.enum(["male", "female"], { error: missingOr("malformed") });

/** Reads `Nam` or `Nữ`, in any case and Unicode form. Refuses with `required` or `malformed`. */
export function parseSex(text: string): Result<Sex, RefusalCode> {
  const word = cleanText(text).toLowerCase();
  if (word === "") return err("required");
  if (word === "nam") return ok("male");
  return word === "nữ" ? ok("female") : err("malformed");
}
