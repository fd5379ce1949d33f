import type { Guide } from "../../domain/guide/guide";
import type { GuidesResponse } from "../../protocol/guides";
import { writeMeta } from "../database/meta";
import { rowVersion } from "../database/phone-database";
import type { Storage } from "../database/storage";
import type { ReadStore } from "../device/store";

/** What volunteers walk citizens through: everybody's on this phone, and here without a network. */
export type Guides = {
  /** Changes when new ones have arrived while this page was open. */
  readonly version: ReadStore<string | undefined>;
  list(): Promise<readonly Guide[]>;
  open(slug: string): Promise<Guide | undefined>;
};

/** In the order in which the province lists them. */
export function listGuides(storage: Storage): Promise<readonly Guide[]> {
  return storage.use((database) => database.guides.orderBy("position").toArray());
}

export function findGuide(slug: string, storage: Storage): Promise<Guide | undefined> {
  return storage.use((database) => database.guides.get(slug));
}

/** They come as a whole and replace those before as a whole, together with the version that says so. */
export function storeGuides({ version, guides }: Pick<GuidesResponse, "version" | "guides">, storage: Storage): Promise<void> {
  const rows = guides.map((guide, position) => ({ ...guide, position, schemaVersion: rowVersion }));
  return storage.use((database) =>
    database.transaction("rw", database.guides, database.meta, async () => {
      await database.guides.clear();
      await database.guides.bulkPut(rows);
      await writeMeta(database, "guides", version);
    }),
  );
}
