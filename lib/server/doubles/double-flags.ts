import "server-only";
import { mayBeDouble } from "@/lib/domain/double/double";
import type { WorkingEntry } from "@/lib/server/commands/working-entry";
import type { Transaction } from "@/lib/server/database/with-actor";

/** What entries that are about to be amended may be the same as by their keys of before: afterwards those may stand alone. */
export async function findDoublesBefore(tx: Transaction, touched: readonly WorkingEntry[]): Promise<string[]> {
  const amended = touched.filter(({ before, content }) => before && content).map(({ state }) => state.id);
  if (amended.length === 0) return [];
  const found = await tx.$queryRaw<{ id: string }[]>`select distinct other_id as id from possible_doubles(${amended}::uuid[])`;
  return found.map(({ id }) => id);
}

/** Flags both sides of what may be the same, by anyone in the province, and takes flags off that have lost their reason. */
export async function refreshDoubleFlags(tx: Transaction, touched: readonly WorkingEntry[], others: readonly string[]): Promise<void> {
  const ids = [...new Set([...touched.filter(mayPairAnew).map(({ state }) => state.id), ...others])];
  if (ids.length > 0) await tx.$queryRaw`select refresh_double_flags(${ids}::uuid[])::text`;
}

function mayPairAnew({ before, state, content }: WorkingEntry): boolean {
  return content !== undefined || (before !== undefined && mayBeDouble(before.status) !== mayBeDouble(state.status));
}
