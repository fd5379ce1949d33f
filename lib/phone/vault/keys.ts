import type { KeyRow, PhoneDatabase } from "../database/phone-database";
import { rowVersion } from "../database/phone-database";
import type { Storage } from "../database/storage";
import type { PhoneEnvironment } from "../device/environment";
import { derivePinKey } from "./derive-pin-key";
import { openVault, type Place, type Sealed, type Vault } from "./vault";

export type PinRow = Extract<KeyRow, { wrapping: "pin" }>;

/** What costs a PIN its guesses: in a page a worker with many rounds, in the self-test a few. */
export type PinDerivation = Pick<PhoneEnvironment, "derivePinKey" | "pinIterations">;

type CryptoOf = PhoneEnvironment["crypto"];

export const aes = { name: "AES-GCM", length: 256 } as const;
const uses = ["encrypt", "decrypt"] as const;
const vectorBytes = 12;
const saltBytes = 16;
const phoneKeyId = "phone";
const formerPhoneKeyId = "device";

/** A person's data key on its way to being wrapped: the only time at which its bytes can be read. */
export function newDataKey({ subtle }: CryptoOf): Promise<CryptoKey> {
  return subtle.generateKey(aes, true, uses) as Promise<CryptoKey>;
}

/** The same key for work: what runs in this page can use it and not read it. */
export async function sealedOff(key: CryptoKey, { subtle }: CryptoOf): Promise<CryptoKey> {
  const raw = new Uint8Array(await subtle.exportKey("raw", key));
  const usable = await subtle.importKey("raw", raw, aes, false, uses);
  raw.fill(0);
  return usable;
}

/** Wraps with the PIN first, then with the phone's key: without the phone nobody can even try PINs. */
export async function wrapWithPin(
  key: CryptoKey,
  { id, name, pin }: { readonly id: string; readonly name: string; readonly pin: string },
  storage: Storage,
  crypto: CryptoOf,
  derivation: PinDerivation,
): Promise<PinRow> {
  const phone = await phoneVault(storage, crypto);
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes));
  const iterations = derivation.pinIterations;
  const pinKey = await derivation.derivePinKey(pin, salt, iterations);
  const iv = crypto.getRandomValues(new Uint8Array(vectorBytes));
  const cipher = await crypto.subtle.wrapKey("raw", key, pinKey, { name: "AES-GCM", iv, additionalData: boundTo(id) });
  const wrapped = await phone.seal(placeOf("key", id), [...iv, ...new Uint8Array(cipher)]);
  return { id, wrapping: "pin", wrapped, salt, iterations, name: await phone.seal(placeOf("name", id), name) };
}

/**
 * Undefined: that was not the PIN. Rejects when the phone's own part of it does not open.
 * @param extractable only to wrap it anew
 */
export async function unwrapWithPin(
  row: PinRow,
  pin: string,
  storage: Storage,
  crypto: CryptoOf,
  derivation: PinDerivation,
  extractable = false,
): Promise<CryptoKey | undefined> {
  const phone = await phoneVault(storage, crypto);
  const inner = new Uint8Array(await phone.unseal<number[]>(placeOf("key", row.id), row.wrapped));
  const pinKey = await derivation.derivePinKey(pin, row.salt, row.iterations);
  const how = { name: "AES-GCM", iv: inner.subarray(0, vectorBytes), additionalData: boundTo(row.id) };
  return crypto.subtle.unwrapKey("raw", inner.subarray(vectorBytes), pinKey, how, aes, extractable, uses).catch(() => undefined);
}

/** A key of before there were PINs, ready to be wrapped anew. */
export async function unwrapFormer({ id, wrapped }: { readonly id: string; readonly wrapped: Sealed }, storage: Storage, { subtle }: CryptoOf): Promise<CryptoKey> {
  const phone = await storage.use((database) => database.keys.get(formerPhoneKeyId));
  if (phone?.wrapping !== "none") throw new Error("The phone's former key is missing");
  const how = { name: "AES-GCM", iv: wrapped.subarray(0, vectorBytes), additionalData: boundTo(id) };
  return subtle.unwrapKey("raw", wrapped.subarray(vectorBytes), phone.key, how, aes, true, uses);
}

/** Empty when it can't be read: the name is only for the screen. */
export async function nameOf({ id, name }: PinRow, storage: Storage, crypto: CryptoOf): Promise<string> {
  return (await phoneVault(storage, crypto)).unseal<string>(placeOf("name", id), name).catch(() => "");
}

/** Derives in place: for the self-test and for tests, where nobody's screen waits. */
export function quickDerivation({ subtle }: CryptoOf, pinIterations: number): PinDerivation {
  return { pinIterations, derivePinKey: (pin, salt, iterations) => derivePinKey(pin, salt, iterations, subtle) };
}

/** What any code on this phone may open: its key can be used here and nowhere else, not even read by us. */
async function phoneVault(storage: Storage, crypto: CryptoOf): Promise<Vault> {
  const existing = await storage.use((database) => database.keys.get(phoneKeyId));
  const row =
    existing ?? (await addKey(storage, { id: phoneKeyId, wrapping: "none", key: await crypto.subtle.generateKey(aes, false, uses) }));
  if (row.wrapping !== "none") throw new Error("The phone's key is stored in an unknown way");
  return openVault(phoneKeyId, row.key, crypto);
}

/** Two tabs may make the same key at once: the first one stored is the key, the other is forgotten. */
function addKey(storage: Storage, row: KeyRow): Promise<KeyRow> {
  return storage.use((database: PhoneDatabase) =>
    database.transaction("rw", database.keys, async () => {
      const existing = await database.keys.get(row.id);
      if (existing) return existing;
      await database.keys.add(row);
      return row;
    }),
  );
}

export function isPinRow(row: KeyRow | undefined): row is PinRow {
  return row?.wrapping === "pin";
}

const placeOf = (part: "key" | "name", id: string): Place => ({ table: "keys", part, id, schemaVersion: rowVersion });

function boundTo(id: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(["keys", id]));
}
