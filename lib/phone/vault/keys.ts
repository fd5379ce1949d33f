import type { Storage } from "../database/storage";
import type { PhoneDatabase, KeyRow } from "../database/phone-database";
import type { PhoneEnvironment } from "../device/environment";
import { openVault, type Vault } from "./vault";

type CryptoOf = PhoneEnvironment["crypto"];

const aes = { name: "AES-GCM", length: 256 } as const;
const deviceKeyId = "device";
const vectorBytes = 12;

/** The vault of a person on this phone; the first call makes the person's key. */
export async function vaultOf(personId: string, storage: Storage, crypto: CryptoOf): Promise<Vault> {
  const device = await deviceKey(storage, crypto);
  const existing = await storage.use((database) => database.keys.get(personId));
  const row = existing ?? (await addKey(storage, await newPersonKey(personId, device, crypto)));
  return openVault(personId, await unwrap(row, device, crypto), crypto);
}

/** Can be used on this phone and nowhere else: no code, not even ours, can read its bytes. */
async function deviceKey(storage: Storage, crypto: CryptoOf): Promise<CryptoKey> {
  const existing = await storage.use((database) => database.keys.get(deviceKeyId));
  const row =
    existing ??
    (await addKey(storage, {
      id: deviceKeyId,
      wrapping: "none",
      key: await crypto.subtle.generateKey(aes, false, ["wrapKey", "unwrapKey"]),
    }));
  if (row.wrapping !== "none") throw new Error("The device key is stored in an unknown way");
  return row.key;
}

async function newPersonKey(id: string, device: CryptoKey, crypto: CryptoOf): Promise<KeyRow> {
  const key = await crypto.subtle.generateKey(aes, true, ["encrypt", "decrypt"]);
  const iv = crypto.getRandomValues(new Uint8Array(vectorBytes));
  const cipher = await crypto.subtle.wrapKey("raw", key, device, { name: "AES-GCM", iv, additionalData: boundTo(id) });
  const wrapped = new Uint8Array(vectorBytes + cipher.byteLength);
  wrapped.set(iv);
  wrapped.set(new Uint8Array(cipher), vectorBytes);
  return { id, wrapping: "device", wrapped };
}

/** `wrapping` is the seam for a PIN: another value will say that the person has to help to unwrap. */
function unwrap(row: KeyRow, device: CryptoKey, crypto: CryptoOf): Promise<CryptoKey> {
  if (row.wrapping !== "device") throw new Error("A person's key is stored in an unknown way");
  const algorithm = { name: "AES-GCM", iv: row.wrapped.subarray(0, vectorBytes), additionalData: boundTo(row.id) };
  return crypto.subtle.unwrapKey("raw", row.wrapped.subarray(vectorBytes), device, algorithm, aes, false, ["encrypt", "decrypt"]);
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

function boundTo(id: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(["keys", id]));
}
