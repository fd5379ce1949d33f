import { readMeta } from "../database/meta";
import type { PersonalStorage } from "../entries/personal-storage";

/** Server time; unsent is what the person's other phones said they still hold. */
export type LastHeard = { readonly at: string; readonly unsentElsewhere: number };

/** As of when the entries here are what the server knows, also long after and without a network. */
export async function readLastHeard({ storage, ownerId }: PersonalStorage): Promise<LastHeard | undefined> {
  const place = await storage.use((database) => readMeta(database, `cursor:${ownerId}`));
  return place?.heardAt === undefined ? undefined : { at: place.heardAt, unsentElsewhere: place.unsentElsewhere ?? 0 };
}
