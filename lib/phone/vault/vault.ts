/** Initialisation vector, then ciphertext with its tag. */
export type Sealed = Uint8Array<ArrayBuffer>;

/** Where a sealed value belongs: moved to another row, owner or table, it no longer opens. */
export type Place = {
  readonly table: "keys" | "people" | "entries" | "outbox" | "drafts" | "packs";
  readonly part: string;
  readonly id: string;
  readonly schemaVersion: number;
};

/**
 * Everything with personal data goes through here before it is stored. Never call it inside a database
 * transaction: waiting for the cipher there loses atomicity on WebKit.
 */
export type Vault = {
  readonly ownerId: string;
  seal(place: Place, value: unknown): Promise<Sealed>;
  /** Rejects when the value was changed, moved, or sealed with another key. */
  unseal<T>(place: Place, sealed: Sealed): Promise<T>;
  /** Lets the key go; whatever is asked afterwards rejects. */
  close(): void;
};

const vectorBytes = 12;

/** AES-256-GCM with the data key of one person. */
export function openVault(ownerId: string, dataKey: CryptoKey, crypto: Pick<Crypto, "subtle" | "getRandomValues">): Vault {
  let held: CryptoKey | undefined = dataKey;
  const theKey = () => {
    if (!held) throw new VaultClosed();
    return held;
  };
  return {
    ownerId,
    close: () => {
      held = undefined;
    },
    seal: async (place, value) => {
      const key = theKey();
      const iv = crypto.getRandomValues(new Uint8Array(vectorBytes));
      const plain = new TextEncoder().encode(JSON.stringify(value));
      const cipher = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: boundTo(place, ownerId) }, key, plain);
      const sealed = new Uint8Array(vectorBytes + cipher.byteLength);
      sealed.set(iv);
      sealed.set(new Uint8Array(cipher), vectorBytes);
      return sealed;
    },
    unseal: async (place, sealed) => {
      const iv = sealed.subarray(0, vectorBytes);
      const additionalData = boundTo(place, ownerId);
      const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, theKey(), sealed.subarray(vectorBytes));
      return JSON.parse(new TextDecoder().decode(plain));
    },
  };
}

/** The phone was locked meanwhile. */
export class VaultClosed extends Error {
  override readonly name = "VaultClosed";
}

function boundTo({ table, part, id, schemaVersion }: Place, ownerId: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([table, part, id, ownerId, schemaVersion]));
}
