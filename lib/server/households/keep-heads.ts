import "server-only";
import { hexOf, recordsOf, type Row } from "@/lib/server/database/insert-rows";
import { hashVersion } from "@/lib/server/crypto/keyed-hash";
import type { Transaction } from "@/lib/server/database/with-actor";
import { openSubject } from "@/lib/server/subjects/sealed-subject";
import { headHashOf, sealHousehold } from "./sealed-household";

/**
 * Seals head and address of the newest visit that brought a head with consent, for the households and visits that the
 * actor sees. A visit that no longer brings one takes its own away; what another team's later visit brought stays.
 * @param entryIds the visits that changed
 */
export async function keepHeads(tx: Transaction, householdIds: readonly string[], entryIds: readonly string[]): Promise<void> {
  const households = await loadHouseholds(tx, householdIds, entryIds);
  const brought = await loadBroughtHeads(tx, households.map(({ id }) => id));
  const rows = households.flatMap((household): Row[] => {
    const found = brought.get(household.id);
    const isStale = household.headless || household.byChangedVisit;
    if (found && (isStale || household.lastVisitOn === null || found.happenedOn >= household.lastVisitOn)) return [sealedRow(household, found)];
    return household.byChangedVisit ? [emptyRow(household.id)] : [];
  });
  if (rows.length === 0) return;
  await tx.$executeRaw`
    update household set wrapped_key = r.wrapped_key, key_version = r.key_version, sealed = r.sealed, head_hash = r.head_hash,
      hash_version = ${hashVersion}, head_entry_id = r.head_entry_id, changed_xid = pg_current_xact_id()
    from ${recordsOf("household", {}, rows)} r where household.id = r.id`;
}

type HouseholdRow = {
  readonly id: string;
  readonly areaId: string;
  readonly wrappedKey: Uint8Array | null;
  readonly keyVersion: number | null;
  readonly lastVisitOn: string | null;
  readonly headless: boolean;
  /** Its head came from one of the visits that changed. */
  readonly byChangedVisit: boolean;
};

/** A household that was merged keeps nothing of its own; an erased one never gets anything again. */
function loadHouseholds(tx: Transaction, householdIds: readonly string[], entryIds: readonly string[]): Promise<HouseholdRow[]> {
  return tx.$queryRaw`
    select id, area_id as "areaId", wrapped_key as "wrappedKey", key_version as "keyVersion", last_visit_on::text as "lastVisitOn",
           sealed is null as headless, coalesce(head_entry_id = any (${[...entryIds]}::uuid[]), false) as "byChangedVisit"
    from household
    where id = any (${[...householdIds]}::uuid[]) and merged_into_id is null and erased_at is null
    order by id for update`;
}

type BroughtHead = { readonly entryId: string; readonly happenedOn: string; readonly head: string; readonly address?: string };

type VisitRow = {
  readonly entryId: string;
  readonly householdId: string;
  readonly happenedOn: string;
  readonly subjectId: string;
  readonly wrappedKey: Uint8Array;
  readonly keyVersion: number;
  readonly sealed: Uint8Array;
};

/** The newest head of each household, from the visits that stand and that the actor may open. */
async function loadBroughtHeads(tx: Transaction, householdIds: readonly string[]): Promise<Map<string, BroughtHead>> {
  const visits = await tx.$queryRaw<VisitRow[]>`
    select entry.id as "entryId", entry.household_id as "householdId", entry.happened_on::text as "happenedOn", subject.id as "subjectId",
           subject.wrapped_key as "wrappedKey", subject.key_version as "keyVersion", subject.sealed
    from entry
    join subject on subject.id = entry.subject_id and subject.sealed is not null
    join household on household.id = entry.household_id and entry.content -> 'household' ->> 'areaId' = household.area_id::text
    where entry.household_id = any (${[...householdIds]}::uuid[]) and entry.kind = 'householdVisit' and entry_stands(entry.status)
      and entry.content -> 'consent' -> 'purposes' ? 'record'
    order by entry.happened_on desc, entry.happened_at desc, entry.id desc`;
  const heads = new Map<string, BroughtHead>();
  for (const { householdId, subjectId, entryId, happenedOn, ...sealed } of visits) {
    if (heads.has(householdId)) continue;
    const { head, address } = openSubject({ id: subjectId, ...sealed }).household ?? {};
    if (head) heads.set(householdId, { entryId, happenedOn, head, ...(address ? { address } : {}) });
  }
  return heads;
}

function sealedRow({ id, areaId, wrappedKey, keyVersion }: HouseholdRow, { entryId, happenedOn: _, ...data }: BroughtHead): Row {
  const sealed = sealHousehold(id, data, wrappedKey && keyVersion ? { wrappedKey, keyVersion } : undefined);
  return {
    id,
    wrapped_key: hexOf(sealed.wrappedKey),
    key_version: sealed.keyVersion,
    sealed: hexOf(sealed.sealed),
    head_hash: hexOf(headHashOf(areaId, data.head)),
    head_entry_id: entryId,
  };
}

function emptyRow(id: string): Row {
  return { id, wrapped_key: undefined, key_version: undefined, sealed: undefined, head_hash: undefined, head_entry_id: undefined };
}
