import { createProtocolClient } from "../../protocol/client";
import { err, ok, type Result } from "../../domain/result";
import type { Storage } from "../database/storage";
import type { Device } from "../device/device";
import type { PhoneEnvironment } from "../device/environment";
import { personalStorage } from "../entries/personal-storage";
import { storePage } from "../feed/feed";
import { buildManifest } from "../outbox/manifest";
import type { PersonOnPhone, SignInProblem } from "../phone";
import type { Vault } from "../vault/vault";
import { writePerson } from "./person";

/** The only step that needs the network: who this is and what the lists are. Afterwards the phone works alone. */
export async function firstSignIn(
  vault: Vault,
  storage: Storage,
  device: Device,
  environment: PhoneEnvironment,
): Promise<Result<PersonOnPhone, SignInProblem>> {
  const personal = personalStorage(storage, vault, () => undefined);
  const client = createProtocolClient(environment.fetch, environment.origin, environment.requestTimeoutMs);
  const manifest = await buildManifest(personal, device.store.getSnapshot().deviceId, environment);
  const sentAt = environment.now();
  const answer = await client.fetchChanges({ personId: vault.ownerId, device: manifest });
  if (!answer.ok) return err({ problem: "network", cause: answer.error.problem });
  const page = answer.value;
  if (page.personId !== vault.ownerId || page.briefing?.person.id !== vault.ownerId) {
    return err({ problem: "network", cause: "wrongPerson" });
  }
  await device.measureClock(page.serverTime, sentAt);
  await storePage(page, page.resync, personal);
  return ok(await writePerson(storage, vault, page.briefing));
}
