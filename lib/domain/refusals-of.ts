import type * as z from "zod/mini";
import { isMissing } from "./parsed-text";
import { refusalCodes, type Refusal, type RefusalCode } from "./refusal";

/**
 * What a failed parse says to a person, in the order of the issues.
 *
 * An issue whose `message` is a refusal code keeps it. Of zod's own issues, a missing or empty value is
 * `required`, too long a text is `tooLong`, everything else `malformed`. `field` is the path joined with
 * dots, left out for the value as a whole.
 *
 * `input` is the value that was parsed. Zod does not keep it in the error, so without it a value of the
 * wrong type cannot be told from a missing one and counts as missing.
 */
export function refusalsOf(error: z.core.$ZodError, input?: unknown): Refusal[] {
  return error.issues.map((issue) => {
    const code = isRefusalCode(issue.message) ? issue.message : codeOfBuiltIn(issue, input);
    return issue.path.length === 0 ? { code } : { code, field: issue.path.map(String).join(".") };
  });
}

const knownCodes: ReadonlySet<string> = new Set(refusalCodes);

function isRefusalCode(message: string): message is RefusalCode {
  return knownCodes.has(message);
}

function codeOfBuiltIn(issue: z.core.$ZodIssue, input: unknown): RefusalCode {
  if (input === undefined ? saysMissing(issue) : isMissing(valueAt(input, issue.path))) return "required";
  return issue.code === "too_big" && issue.origin === "string" ? "tooLong" : "malformed";
}

function saysMissing(issue: z.core.$ZodIssue): boolean {
  if (issue.code === "invalid_type") return issue.expected !== "int";
  return issue.code === "too_small" && issue.minimum === 1 && (issue.origin === "string" || issue.origin === "array");
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}
