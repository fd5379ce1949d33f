import type { Command } from "../../domain/command/command";
import { sealedFor, sealInfo, sealLayout, type ServerKey } from "../../protocol/server-key";
import type { PhoneEnvironment } from "../device/environment";
import type { Sealed } from "../vault/vault";

/** Seals a command so that the server can open it and nobody else, also not this phone. Never inside a transaction. */
export async function sealForServer(command: Command, ownerId: string, serverKey: ServerKey, crypto: PhoneEnvironment["crypto"]): Promise<Sealed> {
  const { subtle } = crypto;
  const once = await subtle.generateKey(curve, false, ["deriveBits"]);
  const point = new Uint8Array(await subtle.exportKey("raw", once.publicKey));
  const theirs = await subtle.importKey("raw", bytesOf(serverKey.publicKey), curve, false, []);
  const secret = await subtle.importKey("raw", await subtle.deriveBits({ name: "ECDH", public: theirs }, once.privateKey, 256), "HKDF", false, ["deriveKey"]);
  const derivation = { name: "HKDF", hash: "SHA-256", salt: point, info: new TextEncoder().encode(sealInfo) };
  const key = await subtle.deriveKey(derivation, secret, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  const { format, keyIdAt, pointAt, nonceAt, cipherAt } = sealLayout;
  const iv = crypto.getRandomValues(new Uint8Array(cipherAt - nonceAt));
  const plain = new TextEncoder().encode(JSON.stringify(command));
  const cipher = new Uint8Array(await subtle.encrypt({ name: "AES-GCM", iv, additionalData: sealedFor(command.id, ownerId) }, key, plain));
  const sealed = new Uint8Array(cipherAt + cipher.length);
  sealed[0] = format;
  sealed.set(keyIdBytes(serverKey), keyIdAt);
  sealed.set(point, pointAt);
  sealed.set(iv, nonceAt);
  sealed.set(cipher, cipherAt);
  return sealed;
}

/** A server that has another key now can't open what was sealed to the one before. */
export function isSealedTo(sealed: Sealed, serverKey: ServerKey): boolean {
  const id = keyIdBytes(serverKey);
  return sealed[0] === sealLayout.format && id.every((byte, index) => sealed[sealLayout.keyIdAt + index] === byte);
}

const curve = { name: "ECDH", namedCurve: "P-256" } as const;

function keyIdBytes({ id }: ServerKey): Uint8Array {
  return Uint8Array.from(id.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
}
