import { createProtocolClient } from "../../protocol/client";
import { protocolVersion } from "../../protocol/version";
import { readMeta } from "../database/meta";
import type { Storage } from "../database/storage";
import type { PhoneEnvironment } from "../device/environment";
import { personalStorage } from "../entries/personal-storage";
import { vaultOf } from "../vault/keys";
import { firstBatchSize } from "./batch-size";
import { chooseBatch } from "./choose-batch";
import { readQueue } from "./read-queue";
import { buildManifest } from "./manifest";

/**
 * For a database that a later version of the app wrote: what waits is still sent, so that it is safe, but not
 * a row is touched. The later version will send it once more and get the same answers.
 */
export async function sendWithoutWriting(storage: Storage, environment: PhoneEnvironment): Promise<void> {
  const { personId, deviceId, hasKeys } = await storage.use(async (database) => {
    const signedIn = await readMeta(database, "signedIn");
    const keys = signedIn ? await database.keys.bulkGet(["device", signedIn]) : [undefined];
    return { personId: signedIn, deviceId: await readMeta(database, "deviceId"), hasKeys: keys.every((key) => key !== undefined) };
  });
  if (!personId || !deviceId || !hasKeys) return;
  const personal = personalStorage(storage, await vaultOf(personId, storage, environment.crypto), () => undefined);
  const client = createProtocolClient(environment.fetch, environment.origin, environment.requestTimeoutMs);
  const device = await buildManifest(personal, deviceId, environment);
  const { waiting, refused } = await storage.use((database) => readQueue(database, personId));
  const rows = chooseBatch(waiting, new Set(refused.map(({ entryId }) => entryId)), Infinity);
  for (let start = 0; start < rows.length; start += firstBatchSize) {
    const batch = rows.slice(start, start + firstBatchSize);
    const commands = await Promise.all(batch.map(personal.readCommand));
    const answer = await client.sendCommands({ protocol: protocolVersion, personId, device, commands });
    if (!answer.ok) return;
  }
}
