import type { OutboxRow } from "../database/phone-database";

/**
 * What to send next. Commands of an entry go in the order they were saved; entries that were tried less often
 * go first, so one that fails again and again holds up nobody else.
 * @param waiting rows to send, in the order saved
 * @param blocked entries whose earlier command was refused: their author has to look first
 */
export function chooseBatch(waiting: readonly OutboxRow[], blocked: ReadonlySet<string>, size: number): OutboxRow[] {
  const byEntry = new Map<string, OutboxRow[]>();
  for (const row of waiting) {
    if (blocked.has(row.entryId)) continue;
    const rows = byEntry.get(row.entryId);
    if (rows) rows.push(row);
    else byEntry.set(row.entryId, [row]);
  }
  return [...byEntry.values()].sort(([a], [b]) => (a?.attempts ?? 0) - (b?.attempts ?? 0)).flat().slice(0, size);
}
