import "server-only";
import { randomBytes } from "node:crypto";
import { uuidV7 } from "@/lib/domain/ids";

/** An id for a row that is born on the server. */
export function newId(): string {
  return uuidV7(Date.now(), randomBytes(10));
}
