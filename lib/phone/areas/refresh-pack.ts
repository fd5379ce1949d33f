import { err, ok, type Result } from "../../domain/result";
import type { ProtocolClient } from "../../protocol/client";
import { storageProblemOf } from "../database/storage-problem";
import type { PersonalStorage } from "../entries/personal-storage";
import { readPackMeta, storePackPage } from "./kept-packs";
import type { PackProblem } from "./pack-on-phone";

export type PackSource = {
  readonly personal: PersonalStorage;
  /** Undefined when what talks to the server could not be loaded. */
  connect(): Promise<ProtocolClient | undefined>;
  now(): string;
};

/**
 * Fetches a campaign's households, or what changed since the last time, page by page. What arrived stays, so a
 * download that broke goes on where it was.
 * @param arrived told how many households this fetching has brought
 */
export async function refreshPack(campaignId: string, source: PackSource, arrived: (households: number) => void): Promise<Result<undefined, PackProblem>> {
  const client = await source.connect();
  if (!client) return err({ problem: "unreachable" });
  let count = 0;
  try {
    for (;;) {
      const before = await readPackMeta(campaignId, source.personal);
      const { ownerId } = source.personal;
      const answer = await client.fetchAreaPack({ personId: ownerId, campaignId, ...(before ? { cursor: before.cursor } : {}) });
      if (!answer.ok) return err({ problem: answer.error.problem });
      const page = answer.value;
      if (page.personId !== ownerId || page.campaignId !== campaignId) return err({ problem: "notOurs" });
      const after = await storePackPage(page, before, source.now(), source.personal);
      if (!after) continue; // another tab was faster: from its cursor on
      arrived((count += page.households.length));
      if (!page.more) return ok(undefined);
    }
  } catch (cause) {
    return err(storageProblemOf(cause));
  }
}
