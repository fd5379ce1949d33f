import { err, ok, type Result } from "../../domain/result";
import { createProtocolClient } from "../../protocol/client";
import type { Storage } from "../database/storage";
import type { Device } from "../device/device";
import type { PhoneEnvironment } from "../device/environment";
import { personalStorage } from "../entries/personal-storage";
import { storePage } from "../feed/feed";
import type { SignInProblem } from "../opening";
import { buildManifest } from "../outbox/manifest";
import type { Vault } from "../vault/vault";
import type { Newcomer } from "./newcomer";
import { personOf } from "./person";

/** The only step that needs the network: who this is and what the lists are. Writes nothing: there is no key yet. */
export async function firstSignIn(
  personId: string,
  storage: Storage,
  device: Device,
  environment: PhoneEnvironment,
): Promise<Result<Newcomer, SignInProblem>> {
  const client = createProtocolClient(environment.fetch, environment.origin, environment.requestTimeoutMs);
  const manifest = await buildManifest({ storage, ownerId: personId }, device.store.getSnapshot().deviceId, environment);
  const sentAt = environment.now();
  const answer = await client.fetchChanges({ personId, device: manifest });
  if (!answer.ok) return err({ problem: "network", cause: answer.error.problem });
  const page = answer.value;
  if (page.personId !== personId || page.briefing?.person.id !== personId) return err({ problem: "network", cause: "wrongPerson" });
  await device.measureClock(page.serverTime, sentAt);
  return ok({ person: personOf(page.briefing), page });
}

/** What came with the first answer, once there is a key to seal it with. */
export async function storeFirstPage({ page }: Newcomer, vault: Vault, storage: Storage): Promise<void> {
  if (page) await storePage(page, page.resync, personalStorage(storage, vault, () => undefined));
}
