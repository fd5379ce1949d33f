import { err, ok, type Result } from "../../domain/result";
import type { ChangesResponse } from "../../protocol/changes";
import type { TransportProblem } from "../../protocol/client";
import { readMeta, writeMeta } from "../database/meta";
import { changeEntries } from "../entries/change-entries";
import type { PersonalStorage } from "../entries/personal-storage";
import { Overtaken, type SyncSession } from "../sync/session";
import { mergeChange } from "./merge-change";

export type Fed = { readonly serverTime: string; readonly isResync: boolean; readonly guides: string | undefined; readonly returned: number };

/** Reads what changed since the last time, page by page. Never touches what is unsent. */
export async function readFeed(
  session: SyncSession,
  briefingVersion: () => string,
  briefed: (briefing: NonNullable<ChangesResponse["briefing"]>) => Promise<void>,
): Promise<Result<Fed, TransportProblem>> {
  const { storage, ownerId } = session.personal;
  let isResync = false;
  for (;;) {
    const place = await storage.use((database) => readMeta(database, `cursor:${ownerId}`));
    const device = await session.manifest();
    session.step();
    const sentAt = session.now();
    const cursor = place ? { cursor: place.cursor } : {};
    const answer = await session.client.fetchChanges({ ...cursor, briefing: briefingVersion(), personId: ownerId, device });
    session.step();
    if (!answer.ok) return answer;
    const page = answer.value;
    if (page.personId !== ownerId) return err({ problem: "notOurs" });
    if (session.told(page)) throw new Overtaken();
    isResync ||= page.resync || place?.isResync === true;
    await storePage(page, isResync, session.personal, place?.cursor);
    session.step();
    if (page.briefing) await briefed(page.briefing);
    await session.contact(page.serverTime, sentAt);
    if (!page.more) return ok({ serverTime: page.serverTime, isResync, guides: page.guides, returned: page.returned ?? 0 });
  }
}

/**
 * The cursor moves only after its page is stored: a page may come twice, never not at all. It moves from where it was
 * asked from, and stays where somebody put it meanwhile: what was destroyed here has to come again from the beginning.
 */
export async function storePage(page: ChangesResponse, isResync: boolean, personal: PersonalStorage, askedFrom?: string): Promise<void> {
  const { storage, ownerId } = personal;
  const changed = new Map(page.entries.map((entry) => [entry.id, entry]));
  await changeEntries(
    [...changed.keys()],
    (id, known) => mergeChange(known, changed.get(id)!, { ownerId, isResync }),
    personal,
  );
  const place = { cursor: page.cursor, isResync: isResync && page.more, heardAt: page.serverTime, unsentElsewhere: page.unsentElsewhere ?? 0 };
  await storage.use((database) =>
    database.transaction("rw", database.meta, async () => {
      const current = await readMeta(database, `cursor:${ownerId}`);
      if (current?.cursor === askedFrom) await writeMeta(database, `cursor:${ownerId}`, place);
    }),
  );
}
