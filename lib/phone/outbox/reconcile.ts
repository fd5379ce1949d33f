import type { TransportProblem } from "../../protocol/client";
import { protocolVersion } from "../../protocol/version";
import { err, ok, type Result } from "../../domain/result";
import { readMeta, writeMeta } from "../database/meta";
import type { OutboxRow, PhoneDatabase } from "../database/phone-database";
import { changeEntries } from "../entries/change-entries";
import type { SyncSession } from "../sync/session";

const dayMs = 24 * 60 * 60 * 1000;
const keptMs = 30 * dayMs;
const idsPerRequest = 5000;

/**
 * Once a day the phone names what it believes delivered; what the server does not have (it was restored from
 * a backup) goes again from the sealed copies. Copies older than 30 days are then given up.
 * @param serverNow from the last answer: the phone's own clock must not decide what is purged
 */
export async function reconcileDaily(session: SyncSession, serverNow: number, isForced: boolean): Promise<Result<boolean, TransportProblem>> {
  const { storage, ownerId } = session.personal;
  const last = await storage.use((database) => readMeta(database, `reconciledAt:${ownerId}`));
  if (!isForced && last !== undefined && Math.abs(serverNow - last) < dayMs) return ok(false);
  const delivered = await storage.use((database) => readDelivered(database, ownerId));
  let isMissingAny = false;
  for (let start = 0; start < delivered.length; start += idsPerRequest) {
    const commandIds = delivered.slice(start, start + idsPerRequest).map(({ id }) => id);
    session.step();
    const answer = await session.client.reconcile({ protocol: protocolVersion, personId: ownerId, commandIds });
    session.step();
    if (!answer.ok) return answer;
    if (answer.value.personId !== ownerId) return err({ problem: "notOurs" });
    isMissingAny = (await sendAgain(delivered, new Set(answer.value.missing), session)) || isMissingAny;
  }
  await purge(delivered, serverNow, session);
  await storage.use((database) => writeMeta(database, `reconciledAt:${ownerId}`, serverNow));
  return ok(isMissingAny);
}

function readDelivered(database: PhoneDatabase, ownerId: string): PromiseLike<OutboxRow[]> {
  return database.outbox
    .where("[ownerId+state+sequence]")
    .between([ownerId, "delivered", -Infinity], [ownerId, "delivered", Infinity])
    .toArray();
}

async function sendAgain(delivered: readonly OutboxRow[], missing: ReadonlySet<string>, { personal }: SyncSession): Promise<boolean> {
  const lost = delivered.filter(({ id }) => missing.has(id));
  await changeEntries(
    lost.map(({ entryId }) => entryId),
    (_, { document, commands }) => {
      const rows = commands
        .filter(({ id, state }) => state === "delivered" && missing.has(id))
        .map(({ deliveredAt: _deliveredAt, ...row }) => ({ ...row, state: "waiting" as const, attempts: 0 }));
      if (!document || rows.length === 0) return undefined;
      // What the server said of it before belongs to a life of the database that is gone.
      const { server: _server, ...withoutServer } = document;
      return { document: withoutServer, rows };
    },
    personal,
  );
  return lost.length > 0;
}

function purge(delivered: readonly OutboxRow[], serverNow: number, { personal }: SyncSession): PromiseLike<void> {
  const old = delivered.filter(({ deliveredAt }) => deliveredAt && serverNow - Date.parse(deliveredAt) > keptMs);
  return personal.storage.use((database) =>
    database.transaction("rw", database.outbox, async () => {
      const current = await database.outbox.bulkGet(old.map(({ id }) => id));
      await database.outbox.bulkDelete(current.flatMap((row) => (row?.state === "delivered" ? [row.id] : [])));
    }),
  );
}
