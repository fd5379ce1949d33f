let made = 0;

/** The browser's IndexedDB in place of the imitated one: each one made is an empty disk of its own. */
export class IDBFactory {
  readonly #prefix = `disk ${(made += 1)}: `;

  open(name: string, version?: number): IDBOpenDBRequest {
    return indexedDB.open(this.#prefix + name, version);
  }

  deleteDatabase(name: string): IDBOpenDBRequest {
    return indexedDB.deleteDatabase(this.#prefix + name);
  }

  cmp(first: unknown, second: unknown): number {
    return indexedDB.cmp(first, second);
  }

  async databases(): Promise<IDBDatabaseInfo[]> {
    const all = await indexedDB.databases();
    return all.flatMap(({ name = "", version = 0 }) => (name.startsWith(this.#prefix) ? [{ name: name.slice(this.#prefix.length), version }] : []));
  }
}

export const IDBKeyRange = globalThis.IDBKeyRange;
