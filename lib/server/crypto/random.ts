import "server-only";
import { randomFillSync } from "node:crypto";

/**
 * Random bytes of the system's generator, drawn for many uses at once: a batch needs thousands of nonces,
 * keys and ids, and asking each time costs more than using them. What was given out is wiped from the store.
 */
export function drawBytes(count: number): Buffer {
  if (used + count > store.length) {
    randomFillSync(store);
    used = 0;
  }
  const drawn = Buffer.from(store.subarray(used, used + count));
  store.fill(0, used, used + count);
  used += count;
  return drawn;
}

const store = Buffer.alloc(8192);
let used = store.length;
