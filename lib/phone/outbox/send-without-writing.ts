import { createProtocolClient } from "../../protocol/client";
import { protocolVersion } from "../../protocol/version";
import { readMeta } from "../database/meta";
import type { Storage } from "../database/storage";
import type { PhoneEnvironment } from "../device/environment";
import { personalStorage } from "../entries/personal-storage";
import { openVault } from "../vault/vault";
import { firstBatchSize } from "./batch-size";
import { chooseBatch } from "./choose-batch";
import { readQueue } from "./read-queue";
import { buildManifest } from "./manifest";

/**
 * For a database that a later version of the app wrote: what waits is still sent, so that it is safe, but not
 * a row is touched, and only while its person's key is at hand: the lock is the later version's. The later version will send it once more and get the same answers.
 */
export async function sendWithoutWriting(storage: Storage, environment: PhoneEnvironment): Promise<void> {
  const [held, deviceId] = await Promise.all([environment.keyKeeper.ask(), storage.use((database) => readMeta(database, "deviceId"))]);
  if (!held || !deviceId) return;
  const { personId, key } = held;
  const personal = personalStorage(storage, openVault(personId, key, environment.crypto), () => undefined);
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
