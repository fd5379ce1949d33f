import { err, ok, type Result } from "../../domain/result";
import { storageProblemOf } from "../database/storage-problem";
import type { Storage } from "../database/storage";
import type { PhoneEnvironment } from "../device/environment";
import type { UnlockProblem } from "../opening";
import { wrapWithPin } from "./keys";
import { openWithPin } from "./open-with-pin";

/** The same data key under another PIN. A wrong current one counts like at the lock. */
export async function changePin(
  { id, name }: { readonly id: string; readonly name: string },
  current: string,
  next: string,
  storage: Storage,
  environment: PhoneEnvironment,
): Promise<Result<undefined, UnlockProblem>> {
  const key = await openWithPin(id, current, storage, environment, true);
  if (!key.ok) return key;
  try {
    const row = await wrapWithPin(key.value, { id, name, pin: next }, storage, environment.crypto, environment);
    await storage.use((database) => database.keys.put(row));
    return ok(undefined);
  } catch (cause) {
    environment.reportFault(cause);
    return err(storageProblemOf(cause));
  }
}
