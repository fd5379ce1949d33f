import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { StartItem } from "@/lib/protocol/start";
import { loadUnitPaths } from "@/lib/server/commands/unit-paths";
import { withActor } from "@/lib/server/database/with-actor";
import { readOnPhones as readOfUnit } from "@/lib/server/reports/read-on-phones";

/** What phones of people at or below these units said last that they still hold: the same number as on the dashboard. */
export function readOnPhones(actor: Actor, unitIds: readonly string[], now: string): Promise<StartItem> {
  const today = localDateOf(now);
  return withActor(actor, async (tx) => {
    const pathOf = await loadUnitPaths(tx, unitIds);
    // Somebody may hold a role for a unit and another one above it.
    const highest = [...new Set(unitIds)].filter((id) => !pathOf(id, today)?.some((above) => above !== id && unitIds.includes(above)));
    let [count, phones, oldest] = [0, 0, ""];
    for (const id of highest) {
      const { total } = await readOfUnit(tx, id, today);
      [count, phones] = [count + total.entries, phones + total.phones];
      if (total.oldest && (oldest === "" || total.oldest < oldest)) oldest = total.oldest;
    }
    return { kind: "onPhones", level: "known", count, phones, ...(oldest ? { oldest } : {}) } as const;
  });
}
