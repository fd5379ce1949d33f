import "server-only";

/**
 * Where a request comes from, for counting failed sign-ins. The last entry is the one that the nearest
 * proxy (or Next itself) has written; what stands before it may be the client's invention.
 */
export function clientAddress(headers: Headers): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}
