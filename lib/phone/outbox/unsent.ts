import type { OutboxRow } from "../database/phone-database";

/** On this phone and nowhere else: refused work is not on the server either. */
export function isUnsent({ state }: Pick<OutboxRow, "state">): boolean {
  return state === "waiting" || state === "refused";
}
