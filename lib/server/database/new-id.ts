import "server-only";
import { randomFillSync } from "node:crypto";
import { uuidV7 } from "@/lib/domain/ids";

/** An id for a row that is born on the server. */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += randomBytesOfId;
  return uuidV7(Date.now(), pool.subarray(used - randomBytesOfId, used));
}

/** Drawn for many ids at once: a batch needs a thousand, and asking the system each time costs more than the id. */
const randomBytesOfId = 10;
const pool = Buffer.alloc(200 * randomBytesOfId);
let used = pool.length;
