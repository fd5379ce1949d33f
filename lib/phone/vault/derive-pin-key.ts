/**
 * The key that a PIN stands for: PBKDF2-HMAC-SHA-256, which every browser has without a line of ours. `iterations`
 * are stored beside what the key wraps, so that they may grow.
 */
export async function derivePinKey(pin: string, salt: Uint8Array<ArrayBuffer>, iterations: number, subtle: SubtleCrypto): Promise<CryptoKey> {
  const typed = await subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return subtle.deriveKey(how, typed, { name: "AES-GCM", length: 256 }, false, ["wrapKey", "unwrapKey"]);
}
