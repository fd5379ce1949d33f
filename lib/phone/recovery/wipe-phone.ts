import { protocolVersion } from "../../protocol/version";
import type { Storage } from "../database/storage";
import type { PhoneEnvironment } from "../device/environment";
import { deliverEverybody } from "./deliver-everybody";

/**
 * What a phone that was taken back does: sends what everybody on it has not sent, and only when nothing is left that is
 * here alone, deletes keys and data. Tells the server then; where that fails, the phone is empty all the same.
 * @param stopWork ends what people do here, in every tab: from then on nothing is written
 * @returns whether nothing is left; otherwise everything still is
 */
export async function wipePhone(storage: Storage, environment: PhoneEnvironment, stopWork: () => void): Promise<boolean> {
  const isDelivered = async () => {
    const delivered = await deliverEverybody(storage, environment);
    return delivered.ok && delivered.value.left === 0;
  };
  if (!(await isDelivered())) return false;
  stopWork();
  // Something may have been saved while the last of it was on its way.
  if (!(await isDelivered())) return false;
  environment.keyKeeper.forget();
  await storage.destroy();
  await environment
    .fetch(`${environment.origin}/api/phones/wiped`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ protocol: protocolVersion }) })
    .catch(environment.reportFault);
  return true;
}
