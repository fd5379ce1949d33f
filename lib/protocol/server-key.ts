import * as z from "zod/mini";

/** The key to which unsent work is sealed: P-256, the point uncompressed in base64url; `id` follows from it. */
export const ServerKey = z.object({
  id: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  publicKey: z.string().check(z.regex(/^[A-Za-z0-9_-]{87}$/)),
});
export type ServerKey = z.infer<typeof ServerKey>;

/**
 * Layout of what is sealed to it: 1 byte format, 8 bytes id of the key, 65 bytes ephemeral point, 12 bytes nonce, then
 * ciphertext with its tag (AES-256-GCM). The secret is ECDH of the ephemeral key and the server's, through
 * HKDF-SHA-256 with the ephemeral point as salt and `sealInfo`.
 */
export const sealLayout = { format: 1, keyIdAt: 1, pointAt: 9, nonceAt: 74, cipherAt: 86 } as const;
export const sealInfo = "tinh-nguyen-so/unsent/1";

/** What a seal vouches for beside its content: it opens for this command of this person only. */
export function sealedFor(commandId: string, ownerId: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(["unsent", commandId, ownerId]));
}
