import "server-only";
import { createDecipheriv, createECDH, createHash, hkdfSync, type ECDH } from "node:crypto";
import { sealedFor, sealInfo, sealLayout, type ServerKey } from "@/lib/protocol/server-key";
import { environment } from "@/lib/server/env/environment";

/** The key to which phones seal what they have not sent yet. It follows from DATA_KEY: nothing more to configure or to lose. */
export function serverKey(): ServerKey {
  const { ecdh, id } = pair();
  return { id, publicKey: ecdh.getPublicKey().toString("base64url") };
}

/**
 * What a phone sealed for this command of this person. Throws when it was changed, is another command's, or was
 * sealed to another key.
 */
export function openSeal(commandId: string, ownerId: string, sealed: Uint8Array): unknown {
  const { format, keyIdAt, pointAt, nonceAt, cipherAt } = sealLayout;
  const { ecdh, id } = pair();
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (bytes.length < cipherAt + tagBytes || bytes[0] !== format) throw new Error("A seal has an unknown format");
  if (bytes.subarray(keyIdAt, pointAt).toString("hex") !== id) throw new Error("A seal is of another key");
  const point = bytes.subarray(pointAt, nonceAt);
  const key = hkdfSync("sha256", ecdh.computeSecret(point), point, sealInfo, 32);
  const decipher = createDecipheriv("aes-256-gcm", Buffer.from(key), bytes.subarray(nonceAt, cipherAt), { authTagLength: tagBytes })
    .setAAD(sealedFor(commandId, ownerId))
    .setAuthTag(bytes.subarray(-tagBytes));
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(cipherAt, -tagBytes)), decipher.final()]).toString("utf8"));
}

const tagBytes = 16;

type Pair = { readonly ecdh: ECDH; readonly id: string };
let current: Pair | undefined;

/** Sixteen bytes more than the order has: no scalar is likelier than another. */
function pair(): Pair {
  if (current) return current;
  const drawn = Buffer.from(hkdfSync("sha256", environment().dataKey, "", "tinh-nguyen-so/server-key/1", 48));
  const scalar = (BigInt(`0x${drawn.toString("hex")}`) % (orderOfP256 - 1n)) + 1n;
  const ecdh = createECDH("prime256v1");
  ecdh.setPrivateKey(scalar.toString(16).padStart(64, "0"), "hex");
  const id = createHash("sha256").update(ecdh.getPublicKey()).digest("hex").slice(0, 16);
  return (current = { ecdh, id });
}

const orderOfP256 = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
