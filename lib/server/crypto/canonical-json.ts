import "server-only";

/**
 * JSON with sorted keys and without undefined: equal values give equal texts, whatever way they took.
 * Throws a RangeError for what is nested deeper than any command.
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > deepest) throw new RangeError("Nested too deeply");
  if (typeof value === "string" && plain.test(value)) return `"${value}"`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  return Array.isArray(value) ? canonicalArray(value, depth) : canonicalObject(value as Record<string, unknown>, depth);
}

const deepest = 16;

/** Most texts need no escaping, and a batch holds tens of thousands of them. */
const plain = /^[ !#-[\]-~]*$/;

function canonicalArray(items: readonly unknown[], depth: number): string {
  let text = "[";
  for (const item of items) text += (text === "[" ? "" : ",") + canonicalJson(item, depth + 1);
  return `${text}]`;
}

function canonicalObject(value: Readonly<Record<string, unknown>>, depth: number): string {
  let text = "{";
  for (const key of Object.keys(value).sort()) {
    const item = value[key];
    if (item !== undefined) text += `${text === "{" ? "" : ","}${canonicalJson(key)}:${canonicalJson(item, depth + 1)}`;
  }
  return `${text}}`;
}
