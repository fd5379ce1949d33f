import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { differencesOf, type TableDifference } from "@/lib/domain/report/table-differences";
import { withActor } from "@/lib/server/database/with-actor";
import { findReport } from "./find-report";
import { rollUpTallies } from "./roll-up-tallies";
import { readTable } from "./read-report-table";
import { readSnapshot } from "./report-row";

/**
 * Draws a published report once more, as its days were known on its day and under its tree, and says where that differs
 * from what was published.
 * @returns undefined alike for what is unknown, not published, and not the person's to read
 */
export async function redrawReport(actor: Actor, id: string, now: string): Promise<readonly TableDifference[] | undefined> {
  await rollUpTallies(actor);
  return withActor(actor, async (tx) => {
    const found = await findReport(tx, actor, id, now);
    const snapshot = found?.row.published && (await readSnapshot(tx, id));
    if (!snapshot) return undefined;
    const { table } = snapshot.data;
    const { unit, point, previousPoint, treeOn } = table;
    return differencesOf(table, await readTable(tx, unit, { point, previousPoint, treeOn }));
  });
}
