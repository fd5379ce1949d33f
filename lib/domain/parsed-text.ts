import * as z from "zod/mini";
import type { RefusalCode } from "./refusal";
import type { Result } from "./result";

/**
 * The schema of a value that is read from text by a parser. A refusal of the parser becomes an issue
 * whose `message` is the refusal code; a missing value is `required`. The parsers accept their own
 * output, so parsing twice gives the same value as parsing once.
 */
export function parsedText<T>(parse: (text: string) => Result<T, RefusalCode>): z.ZodMiniType<T, string> {
  return z.pipe(
    z.string({ error: missingOr("malformed") }),
    z.transform((text: string, context) => {
      const result = parse(text);
      if (result.ok) return result.value;
      context.issues.push({ code: "custom", message: result.error, input: text });
      return z.NEVER;
    }),
  );
}

/** The `error` of a built-in schema: `required` where nothing was given, the code where it was wrong. */
export function missingOr(code: RefusalCode): (issue: { readonly input?: unknown }) => RefusalCode {
  return (issue) => (isMissing(issue.input) ? "required" : code);
}

/** Nothing was given: undefined, null, an empty list, or text without a visible character. */
export function isMissing(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return value.trim() === "";
  return Array.isArray(value) && value.length === 0;
}
