import type { AreaPackResponse, KnownHousehold } from "../../protocol/area-pack";
import { readMeta, writeMeta, type PackMeta } from "../database/meta";
import { rowVersion, type PackRow } from "../database/phone-database";
import type { PersonalStorage } from "../entries/personal-storage";

/** A household as it rests in its hamlet's row; `generation` tells what a resync did not send again. */
type KeptHousehold = KnownHousehold & { readonly generation: number };

const metaKey = (ownerId: string, campaignId: string) => `pack:${ownerId}:${campaignId}` as const;

export function readPackMeta(campaignId: string, { storage, ownerId }: PersonalStorage): Promise<PackMeta | undefined> {
  return storage.use((database) => readMeta(database, metaKey(ownerId, campaignId)));
}

/** What is here of each campaign; nothing is decrypted for that. */
export async function listPackMetas({ storage, ownerId }: PersonalStorage): Promise<Map<string, PackMeta>> {
  const prefix = metaKey(ownerId, "");
  const rows = await storage.use((database) => database.meta.where("key").startsWith(prefix).toArray());
  return new Map(rows.map(({ key, value }) => [key.slice(prefix.length), value as PackMeta]));
}

/** Every household of a campaign that is here, a hamlet at a time. */
export async function readPack(campaignId: string, personal: PersonalStorage): Promise<Map<string, readonly KnownHousehold[]>> {
  return readAreas(campaignId, undefined, personal);
}

/**
 * Adds a page to what is here. The cursor moves with the rows, in one transaction: a page may come twice, never not
 * at all. After a resync, what was not sent again is forgotten with its last page.
 * @param before what was here when the page was asked for
 * @returns undefined when somebody else (another tab) stored something meanwhile: nothing was written
 */
export async function storePackPage(page: AreaPackResponse, before: PackMeta | undefined, now: string, personal: PersonalStorage): Promise<PackMeta | undefined> {
  const { campaignId } = page;
  const isResync = before !== undefined && (page.resync || before.isResync);
  const generation = (before?.generation ?? 1) + (isResync && !before.isResync ? 1 : 0);
  const endsResync = isResync && !page.more;
  // Whatever moved to another hamlet must leave the one before; until the pack is complete there is none before.
  const isWhole = endsResync || (before?.isComplete === true && page.households.length > 0);
  const areaIds = isWhole ? undefined : [...new Set(page.households.map(({ areaId }) => areaId))];
  const areas = await readAreas(campaignId, areaIds, personal);
  const changed = applyPage(page, generation, areas);
  if (endsResync) for (const areaId of forgetOlder(generation, areas)) changed.add(areaId);
  const rows = await Promise.all([...changed].map((areaId) => sealArea(campaignId, areaId, areas.get(areaId) ?? [], personal)));
  const after: PackMeta = {
    cursor: page.cursor,
    revision: (before?.revision ?? 0) + 1,
    generation,
    isResync: isResync && page.more,
    isComplete: !page.more || before?.isComplete === true,
    ...(page.more && before ? { refreshedAt: before.refreshedAt, asOf: before.asOf } : { refreshedAt: now, asOf: page.serverTime }),
    areas: { ...before?.areas, ...Object.fromEntries(rows.map(({ areaId, sealed }) => [areaId, { households: areas.get(areaId)?.length ?? 0, bytes: sealed.length }])) },
  };
  return (await write(rows, areas, campaignId, before, after, personal)) ? after : undefined;
}

export function forgetPack(campaignId: string, { storage, ownerId }: PersonalStorage): Promise<void> {
  return storage.use((database) =>
    database.transaction("rw", database.packs, database.meta, async () => {
      await database.packs.where("[ownerId+campaignId]").equals([ownerId, campaignId]).delete();
      await database.meta.delete(metaKey(ownerId, campaignId));
    }),
  );
}

type Areas = Map<string, readonly KeptHousehold[]>;

async function readAreas(campaignId: string, areaIds: readonly string[] | undefined, { storage, vault, ownerId }: PersonalStorage): Promise<Areas> {
  const rows = await storage.use((database) =>
    areaIds
      ? database.packs.bulkGet(areaIds.map((areaId) => rowId(ownerId, campaignId, areaId)))
      : database.packs.where("[ownerId+campaignId]").equals([ownerId, campaignId]).toArray(),
  );
  const areas: Areas = new Map();
  // One after the other, so that no hamlet holds up the screen for the others.
  for (const row of rows) if (row?.ownerId === ownerId) areas.set(row.areaId, await vault.unseal<KeptHousehold[]>(place(row.id, row.schemaVersion), row.sealed));
  return areas;
}

/** @returns the hamlets that are different now */
function applyPage({ households }: AreaPackResponse, generation: number, areas: Areas): Set<string> {
  const changed = new Set<string>();
  const newest = new Map(households.map((household) => [household.id, household]));
  for (const [areaId, known] of areas) {
    const staying = known.filter(({ id }) => !newest.has(id));
    if (staying.length === known.length) continue;
    areas.set(areaId, staying);
    changed.add(areaId);
  }
  const arrived = [...newest.values()].filter(({ gone }) => gone !== true).map((household) => ({ ...household, generation }));
  for (const areaId of new Set(arrived.map((household) => household.areaId))) {
    areas.set(areaId, [...(areas.get(areaId) ?? []), ...arrived.filter((household) => household.areaId === areaId)]);
    changed.add(areaId);
  }
  return changed;
}

function forgetOlder(generation: number, areas: Areas): string[] {
  return [...areas].flatMap(([areaId, known]) => {
    const staying = known.filter((household) => household.generation === generation);
    areas.set(areaId, staying);
    return staying.length === known.length ? [] : [areaId];
  });
}

async function sealArea(campaignId: string, areaId: string, households: readonly KeptHousehold[], { vault, ownerId }: PersonalStorage): Promise<PackRow> {
  const id = rowId(ownerId, campaignId, areaId);
  return { id, ownerId, campaignId, areaId, schemaVersion: rowVersion, sealed: await vault.seal(place(id, rowVersion), households) };
}

function write(rows: readonly PackRow[], areas: Areas, campaignId: string, before: PackMeta | undefined, after: PackMeta, { storage, ownerId }: PersonalStorage): Promise<boolean> {
  const key = metaKey(ownerId, campaignId);
  return storage.use((database) =>
    database.transaction("rw", database.packs, database.meta, async () => {
      if ((await readMeta(database, key))?.revision !== before?.revision) return false;
      const isEmpty = ({ areaId }: PackRow) => areas.get(areaId)?.length === 0;
      await database.packs.bulkPut(rows.filter((row) => !isEmpty(row)));
      await database.packs.bulkDelete(rows.filter(isEmpty).map(({ id }) => id));
      await writeMeta(database, key, after);
      return true;
    }),
  );
}

function rowId(ownerId: string, campaignId: string, areaId: string): string {
  return `${ownerId}:${campaignId}:${areaId}`;
}

function place(id: string, schemaVersion: number) {
  return { table: "packs", part: "households", id, schemaVersion } as const;
}
