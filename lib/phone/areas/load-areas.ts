import { err } from "../../domain/result";
import { createStore } from "../device/store";
import type { AreasParts, WorkingAreas } from "./areas";
import type { Areas, PackOnPhone } from "./pack-on-phone";

/** What home and record need to know of areas: that they can be loaded. Nothing is read before somebody looks. */
export function loadAreas(parts: AreasParts, reportFault: (cause: unknown) => void): Areas & { refresh(): Promise<void>; reread(): void } {
  const packs = createStore<readonly PackOnPhone[] | undefined>(undefined);
  let loading: Promise<WorkingAreas | undefined> | undefined;
  const load = () =>
    (loading ??= import("./areas").then(
      ({ createAreas }) => createAreas(parts, packs),
      () => (loading = undefined),
    ));
  const read = () => void load().then((areas) => areas?.read()).catch(reportFault);
  return {
    packs: {
      getSnapshot: packs.getSnapshot,
      subscribe: (listener) => {
        if (packs.getSnapshot() === undefined) read();
        return packs.subscribe(listener);
      },
    },
    download: async (campaignId) => (await load())?.download(campaignId) ?? err({ problem: "unreachable" }),
    open: async (campaignId) => {
      try {
        return await (await load())?.open(campaignId);
      } catch (cause) {
        reportFault(cause);
        return undefined;
      }
    },
    refresh: async () => (await load())?.refresh(),
    reread: () => packs.getSnapshot() && read(),
  };
}
