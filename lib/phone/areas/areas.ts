import type { Result } from "../../domain/result";
import type { PackMeta } from "../database/meta";
import type { ReadStore, Store } from "../device/store";
import type { Briefing } from "../../protocol/briefing";
import type { EntrySummary } from "../entries/entry-on-phone";
import { forgetPack, listPackMetas, readPack, readPackMeta } from "./kept-packs";
import { inHouseOrder, withOwnVisits, type ArrivedAreas } from "./own-visits";
import type { Areas, PackOnPhone, PackProblem } from "./pack-on-phone";
import { refreshPack, type PackSource } from "./refresh-pack";

export type AreasParts = PackSource & {
  briefing(): Briefing;
  readonly entries: ReadStore<readonly EntrySummary[]>;
  milliseconds(): number;
};

export type WorkingAreas = Pick<Areas, "download" | "open"> & {
  /** Reads again what is here. */
  read(): Promise<void>;
  /** Brings what is here up to date, and forgets what is over. Does nothing when that was done a moment ago. */
  refresh(): Promise<void>;
};

const refreshEveryMs = 10 * 60_000;

/** The households of campaigns: loaded when a screen asks, or once everything is synchronised. */
export function createAreas(parts: AreasParts, packs: Store<readonly PackOnPhone[] | undefined>): WorkingAreas {
  const { personal } = parts;
  const fetching = new Map<string, { arrived: number; done: Promise<Result<undefined, PackProblem>> }>();
  let refreshedAt = -Infinity;
  let opened: { readonly key: string; readonly areas: ArrivedAreas } | undefined;

  const read = async () => {
    const metas = await listPackMetas(personal);
    packs.set([...metas.keys(), ...[...fetching.keys()].filter((id) => !metas.has(id))].map((id) => packOf(id, metas.get(id), fetching.get(id)?.arrived)));
  };

  const fetch = (campaignId: string): Promise<Result<undefined, PackProblem>> => {
    const running = fetching.get(campaignId);
    if (running) return running.done;
    const arrived = (households: number) => {
      const now = fetching.get(campaignId);
      if (now) now.arrived = households;
      void read().catch(() => undefined); // only shows how far it is
    };
    const done = refreshPack(campaignId, parts, arrived).finally(() => fetching.delete(campaignId));
    fetching.set(campaignId, { arrived: 0, done });
    return done;
  };

  return {
    read,
    download: async (campaignId) => {
      const done = fetch(campaignId);
      await read();
      const result = await done;
      await read();
      return result;
    },
    open: async (campaignId) => {
      const meta = await readPackMeta(campaignId, personal);
      const key = `${campaignId} ${meta?.revision}`;
      if (opened?.key !== key) opened = { key, areas: inHouseOrder(await readPack(campaignId, personal)) };
      return { campaignId, isHere: meta !== undefined, areas: withOwnVisits(opened.areas, ownVisits(parts, campaignId), meta?.asOf) };
    },
    refresh: async () => {
      const { campaigns } = parts.briefing();
      if (campaigns === undefined || Math.abs(parts.milliseconds() - refreshedAt) < refreshEveryMs) return;
      refreshedAt = parts.milliseconds();
      for (const campaignId of (await listPackMetas(personal)).keys()) {
        if (campaigns.every(({ id }) => id !== campaignId)) await forgetPack(campaignId, personal);
        else if (!(await fetch(campaignId)).ok) refreshedAt = -Infinity; // the next round tries again
      }
      await read();
    },
  };
}

/** A visit of another campaign is one at the same door. */
function ownVisits({ briefing, entries }: AreasParts, campaignId: string): readonly EntrySummary[] {
  const areaIds = new Set(briefing().campaigns?.find(({ id }) => id === campaignId)?.areas.map(({ id }) => id));
  return entries.getSnapshot().filter(({ visit }) => visit !== undefined && areaIds.has(visit.household.areaId));
}

function packOf(campaignId: string, meta: PackMeta | undefined, arrived: number | undefined): PackOnPhone {
  const areas = Object.values(meta?.areas ?? {});
  return {
    campaignId,
    revision: meta?.revision ?? 0,
    isComplete: meta?.isComplete === true,
    households: areas.reduce((sum, area) => sum + area.households, 0),
    bytes: areas.reduce((sum, area) => sum + area.bytes, 0),
    ...(meta ? { refreshedAt: meta.refreshedAt } : {}),
    ...(arrived === undefined ? {} : { fetching: arrived }),
  };
}
