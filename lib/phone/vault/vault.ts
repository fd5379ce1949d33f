/** Initialisation vector, then ciphertext with its tag. */
export type Sealed = Uint8Array<ArrayBuffer>;

/** Where a sealed value belongs: moved to another row, owner or table, it no longer opens. */
export type Place = {
  readonly table: "people" | "entries" | "outbox" | "drafts" | "packs";
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
};

const vectorBytes = 12;

/** AES-256-GCM with the data key of one person. */
export function openVault(ownerId: string, key: CryptoKey, crypto: Pick<Crypto, "subtle" | "getRandomValues">): Vault {
  return {
    ownerId,
    seal: async (place, value) => {
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
      const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, key, sealed.subarray(vectorBytes));
      return JSON.parse(new TextDecoder().decode(plain));
    },
  };
}

function boundTo({ table, part, id, schemaVersion }: Place, ownerId: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([table, part, id, ownerId, schemaVersion]));
}
