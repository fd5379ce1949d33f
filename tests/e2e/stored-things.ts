import type { BrowserContext, Page } from "playwright/test";

/** Something that the browser stored: where, and its bytes. */
export type StoredThing = { readonly where: string; readonly bytes: Buffer };

/** Everything that the browser keeps of this origin: databases, caches, both storages, cookies, names of the page. */
export async function storedThings(context: BrowserContext, page: Page): Promise<StoredThing[]> {
  const inPage = await page.evaluate(readAll);
  const cookies = (await context.cookies()).map((cookie) => ({ where: `cookie ${cookie.name}`, bytes: Buffer.from(JSON.stringify(cookie)) }));
  return [...inPage.map(({ where, base64 }) => ({ where, bytes: Buffer.from(base64, "base64") })), ...cookies];
}

/** In the page. Values of databases: every text and every piece of bytes in them, however deep. */
async function readAll(): Promise<{ where: string; base64: string }[]> {
  const found: { where: string; base64: string }[] = [];
  const keep = (where: string, bytes: Uint8Array) => {
    const letters: string[] = [];
    for (let at = 0; at < bytes.length; at += 0x8000) letters.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
    found.push({ where, base64: btoa(letters.join("")) });
  };
  const keepText = (where: string, text: string) => keep(where, new TextEncoder().encode(text));
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error("The storage said no"));
    });
  const look = async (where: string, value: unknown): Promise<void> => {
    if (value instanceof ArrayBuffer) return keep(where, new Uint8Array(value));
    if (ArrayBuffer.isView(value)) return keep(where, new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    if (value instanceof Blob) return keep(where, new Uint8Array(await value.arrayBuffer()));
    if (value instanceof CryptoKey) return keepText(where, JSON.stringify({ extractable: value.extractable }));
    if (value instanceof Date) return keepText(where, value.toISOString());
    if (value instanceof Map || value instanceof Set) return look(where, [...value]);
    if (value === null || typeof value !== "object") return keepText(where, String(value));
    for (const [name, part] of Object.entries(value)) {
      keepText(`${where}, a name`, name);
      await look(`${where}.${Array.isArray(value) ? "" : name}`, part);
    }
  };

  for (const { name = "" } of await indexedDB.databases()) {
    const database = await settled(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const open = database.transaction(store).objectStore(store);
      const [rows, keys] = await Promise.all([settled(open.getAll()), settled(open.getAllKeys())]);
      await look(`database ${name}/${store}, keys`, keys);
      await look(`database ${name}/${store}`, rows);
    }
    database.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const where = `cache ${name} ${new URL(request.url).pathname}`;
      const answer = await cache.match(request);
      keepText(where, request.url);
      if (answer) {
        keepText(where, JSON.stringify([...answer.headers]));
        keep(where, new Uint8Array(await answer.arrayBuffer()));
      }
    }
  }
  for (const [name, storage] of [["localStorage", localStorage], ["sessionStorage", sessionStorage]] as const) {
    keepText(name, JSON.stringify({ ...storage }));
  }
  keepText("this page", JSON.stringify([location.href, document.title, document.referrer, window.name, history.state]));
  return found;
}
