import type { TransportProblem } from "../../protocol/client";
import { ok, type Result } from "../../domain/result";
import type { Briefing } from "../../protocol/briefing";
import { protocolVersion } from "../../protocol/version";
import { readFeed } from "../feed/feed";
import type { BatchSize } from "../outbox/batch-size";
import { drainOutbox } from "../outbox/drain";
import { reconcileDaily } from "../outbox/reconcile";
import { countLost, recoverLost } from "../recovery/recover-lost";
import { sealWaiting } from "../recovery/seal-waiting";
import { takeReturned } from "../recovery/take-returned";
import type { SyncSession } from "./session";
import type { Round } from "./sync-loop";

export type Briefed = {
  current(): Briefing;
  store(briefing: Briefing): Promise<void>;
  /** Told once all is sent and read: the version of the guides that the server has. */
  guidesOffered(version: string): void;
};

/**
 * Sends first, so that what comes back already knows of it; then reads; then asks for what a forgotten PIN locked; then,
 * once a day, reconciles.
 */
export async function runRound(session: SyncSession, size: BatchSize, briefed: Briefed): Promise<Result<Round, TransportProblem>> {
  const done = await sendAndRead(session, size, briefed);
  if (!done.ok && done.error.problem === "notSignedIn") await hearOrders(session);
  return done;
}

/**
 * A phone that was taken back has to hear it also when nobody's session is left on it: its cookie says which one it is.
 * And what it still holds of somebody who was deactivated is told, now that it may have been delivered.
 */
async function hearOrders(session: SyncSession): Promise<void> {
  const { ownerId: personId } = session.personal;
  const answer = await session.client.sendRecovered({ protocol: protocolVersion, personId, device: await session.manifest(), rows: [] });
  session.step();
  if (answer.ok) session.told(answer.value);
}

async function sendAndRead(session: SyncSession, size: BatchSize, briefed: Briefed): Promise<Result<Round, TransportProblem>> {
  await sealWaiting(session.personal);
  session.recovering(await countLost(session.personal));
  const drained = await drainOutbox(session, size);
  if (!drained.ok) return drained;
  const fed = await readFeed(session, () => briefed.current().version, briefed.store);
  if (!fed.ok) return fed;
  await session.heardAll();
  const { serverTime, isResync, guides, returned } = fed.value;
  const recovered = await recoverLost(session, briefed.current());
  if (!recovered.ok) return recovered;
  if (recovered.value > 0) session.recovering(await countLost(session.personal));
  const back = returned > 0 ? await takeReturned(session, briefed.current()) : ok(0);
  if (!back.ok) return back;
  const reconciled = await reconcileDaily(session, Date.parse(serverTime), isResync);
  if (!reconciled.ok) return reconciled;
  if (guides !== undefined) briefed.guidesOffered(guides);
  return ok({ hasFailed: drained.value.hasFailed, hasMore: reconciled.value || recovered.value + back.value > 0 });
}
