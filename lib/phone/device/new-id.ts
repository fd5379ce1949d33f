import { uuidV7 } from "../../domain/ids";

/**
 * An id made on this phone. The time in front keeps neighbours together in an index; nothing relies on it for
 * order, because the phone's clock may jump.
 */
export function newId(now: number, crypto: Pick<Crypto, "getRandomValues">): string {
  return uuidV7(Math.max(0, now), crypto.getRandomValues(new Uint8Array(10)));
}
