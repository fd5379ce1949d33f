import { err, ok, type Result } from "../../domain/result";
import { storageProblemOf } from "../database/storage-problem";
import type { Storage } from "../database/storage";
import type { PhoneEnvironment } from "../device/environment";
import type { UnlockProblem } from "../opening";
import { isPinRow, unwrapWithPin } from "./keys";
import { beginTry, settleTries, triesOf } from "./tries";

/**
 * The data key of a person, for the right PIN. Wrong ones cost time and at last a sign-in; they destroy nothing.
 * @param extractable only to wrap it anew
 */
export async function openWithPin(
  personId: string,
  pin: string,
  storage: Storage,
  environment: PhoneEnvironment,
  extractable = false,
): Promise<Result<CryptoKey, UnlockProblem>> {
  try {
    const row = await storage.use((database) => database.keys.get(personId));
    if (!isPinRow(row) || row.isSignedOut) return err({ problem: "signInNeeded" });
    const counted = await beginTry(personId, environment.now(), storage);
    if (!counted) return err(await whyNot(personId, storage, environment));
    const key = await unwrapWithPin(row, pin, storage, environment.crypto, environment, extractable);
    if (!key) return err({ problem: "wrongPin", ...counted });
    await storage.use((database) => settleTries(personId, database));
    return ok(key);
  } catch (cause) {
    environment.reportFault(cause);
    return err(storageProblemOf(cause));
  }
}

async function whyNot(personId: string, storage: Storage, { now }: PhoneEnvironment): Promise<UnlockProblem> {
  const { waitUntil } = await triesOf(personId, now(), storage);
  return waitUntil === undefined ? { problem: "signInNeeded" } : { problem: "wait", waitUntil };
}
