import { randomBytes } from "node:crypto";
import { uuidV7 } from "../../lib/domain/ids";

export function newId(): string {
  return uuidV7(Date.now(), randomBytes(10));
}
