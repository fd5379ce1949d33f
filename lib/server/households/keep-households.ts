import "server-only";
import { stands } from "@/lib/domain/household/household-state";
import type { RowContext } from "@/lib/server/commands/rows";
import type { WorkingEntry } from "@/lib/server/commands/working-entry";
import { insertRows, type Row } from "@/lib/server/database/insert-rows";
import { hashVersion } from "@/lib/server/crypto/keyed-hash";
import type { Transaction } from "@/lib/server/database/with-actor";
import { keepHeads } from "./keep-heads";
import { noteAlike } from "./note-alike";

/**
 * Until the transaction ends, nobody else writes visits of these hamlets: what two teams send at the same moment is
 * compared with each other too. Comes first in the transaction's writing, so that what follows sees what is committed.
 */
export async function lockHamlets(tx: Transaction, touched: readonly WorkingEntry[]): Promise<void> {
  const areaIds = new Set(touched.flatMap(({ content }) => (content?.kind === "householdVisit" ? [content.household.areaId] : [])));
  if (areaIds.size === 0) return;
  await tx.$queryRaw`
    select pg_advisory_xact_lock(hashtextextended(area, 5299))::text from unnest(${[...areaIds].sort()}::text[]) as area`;
}

/**
 * Brings the households up to date with the visits that a slice wrote or took back: new ones appear, all are derived
 * anew from the visits that stand, and heads and addresses follow those that brought them.
 */
export async function keepHouseholds(tx: Transaction, touched: readonly WorkingEntry[], { provinceId }: RowContext): Promise<void> {
  const visits = touched.filter(isChangedVisit);
  if (visits.length === 0) return;
  const entryIds = visits.map(({ state }) => state.id);
  const entered = await insertNewHouseholds(tx, provinceId, entryIds);
  const households = await tx.$queryRaw<{ id: string }[]>`
    select distinct household_id as id from entry where id = any (${entryIds}::uuid[]) and household_id is not null order by 1`;
  const ids = households.map(({ id }) => id);
  await tx.$queryRaw`select refresh_households(${ids}::uuid[])::text`;
  await keepHeads(tx, ids, entryIds);
  await noteAlike(tx, entered);
}

function isChangedVisit({ before, state, content }: WorkingEntry): boolean {
  if (state.kind !== "householdVisit") return false;
  return content !== undefined || (before !== undefined && stands[before.status] !== stands[state.status]);
}

/** Of visits that stand: what waits in quarantine makes no household known. @returns ids of those that nobody knew */
async function insertNewHouseholds(tx: Transaction, provinceId: string, entryIds: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<(Row & { id: string })[]>`
    select distinct on (household_id) household_id as id, content -> 'household' ->> 'areaId' as area_id from entry
    where id = any (${[...entryIds]}::uuid[]) and household_id is not null and entry_stands(status)
      and not exists (select from household where household.id = entry.household_id)
    order by household_id, id`;
  await insertRows(tx, "household", { province_id: provinceId, hash_version: hashVersion, visit_count: 0 }, rows, "on conflict do nothing");
  return rows.map(({ id }) => id);
}
