import type { DeviceManifest } from "../../protocol/device-manifest";
import type { Instant } from "../../domain/time/local-date";
import { readMeta } from "../database/meta";
import type { PhoneEnvironment } from "../device/environment";
import type { PersonalStorage } from "../entries/personal-storage";
import { readLost } from "../recovery/read-lost";
import { readQueue } from "./read-queue";

/** What this phone still holds for the person, refused work included: it is not on the server either. */
export async function buildManifest(
  { storage, ownerId }: Pick<PersonalStorage, "storage" | "ownerId">,
  deviceId: string,
  { crypto, device, appVersion }: PhoneEnvironment,
): Promise<DeviceManifest> {
  const { waiting, refused } = await storage.use((database) => readQueue(database, ownerId));
  const unsent = [...waiting, ...refused, ...(await storage.use((database) => readLost(database, ownerId)))];
  const oldest = unsent.map(({ issuedAt }) => issuedAt).sort()[0] as Instant | undefined;
  return {
    deviceId,
    pendingCount: unsent.length,
    ...(oldest ? { oldestCapturedAt: oldest } : {}),
    pendingIdsDigest: await digestOf(unsent.map(({ id }) => id), crypto),
    appVersion,
    persisted: await device.isPersisted(),
    installed: device.isInstalled(),
    clockOffsetMs: (await storage.use((database) => readMeta(database, "clockOffsetMs"))) ?? 0,
  };
}

async function digestOf(ids: readonly string[], { subtle }: PhoneEnvironment["crypto"]): Promise<string> {
  if (ids.length === 0) return "";
  const digest = await subtle.digest("SHA-256", new TextEncoder().encode([...ids].sort().join("\n")));
  return btoa(String.fromCharCode(...new Uint8Array(digest))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
