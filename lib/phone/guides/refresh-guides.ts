import type { ProtocolClient } from "../../protocol/client";
import { readMeta } from "../database/meta";
import type { Storage } from "../database/storage";
import { storeGuides } from "./kept-guides";

const running = new WeakSet<Storage>();

/**
 * Fetches the guides when the feed named a version that is not here. Beside the synchronisation, not in it:
 * whatever becomes of it, the outbox neither waits nor hears of it, and the next round asks again.
 * @returns the version that was stored; undefined when nothing changed
 */
export async function refreshGuides(offered: string, client: ProtocolClient, storage: Storage): Promise<string | undefined> {
  if (running.has(storage)) return undefined;
  running.add(storage);
  try {
    if ((await storage.use((database) => readMeta(database, "guides"))) === offered) return undefined;
    const answer = await client.fetchGuides();
    if (!answer.ok) return undefined;
    await storeGuides(answer.value, storage);
    return answer.value.version;
  } finally {
    running.delete(storage);
  }
}
