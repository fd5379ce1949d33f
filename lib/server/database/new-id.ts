import "server-only";
import { uuidV7 } from "@/lib/domain/ids";
import { drawBytes } from "@/lib/server/crypto/random";

/** An id for a row that is born on the server. */
export function newId(): string {
  return uuidV7(Date.now(), drawBytes(10));
}
