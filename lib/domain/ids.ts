import * as z from "zod/mini";

/** Lower-case UUID. Ids are UUIDv7 made where the row is born; nothing here depends on the version. */
export const Uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-9a-f][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/, "malformed"));
export type Uuid = z.infer<typeof Uuid>;

/**
 * UUIDv7 (RFC 9562): sorts by time of birth, random beyond the millisecond.
 * @param milliseconds since 1970
 * @param random at least 10 bytes from a cryptographic source
 */
export function uuidV7(milliseconds: number, random: Uint8Array): Uuid {
  const bytes = new Uint8Array(16);
  for (let index = 0; index < 6; index += 1) bytes[index] = Math.floor(milliseconds / 2 ** (8 * (5 - index))) % 256;
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
