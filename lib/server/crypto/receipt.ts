import "server-only";
import { keyedHash } from "./keyed-hash";

/**
 * The short code of an entry that a volunteer reads out and a leader types, such as `7K2-94M`. It follows
 * from the entry's id, so it is the same after every repeat, and says nothing about the entry or the person.
 */
export function receiptOf(entryId: string): string {
  let rest = keyedHash("receipt", entryId).readUIntBE(0, 6);
  let code = "";
  for (let place = 0; place < 6; place++) {
    code += alphabet[rest % alphabet.length];
    rest = Math.floor(rest / alphabet.length);
  }
  return `${code.slice(0, 3)}-${code.slice(3)}`;
}

/** No 0 O, 1 I L, U V: nothing that is mistaken for something else when read out or written by hand. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTWXYZ";
