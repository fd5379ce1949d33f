import type { Command } from "../../domain/command/command";
import { maxCommandsPerRequest, type CommandsResponse, type Verdict } from "../../protocol/commands";
import type { DeviceManifest } from "../../protocol/device-manifest";
import { maxRecoveredPerRequest } from "../../protocol/recovered-commands";
import { protocolVersion } from "../../protocol/version";
import type { TransportProblem } from "../../protocol/client";
import { err, ok, type Result } from "../../domain/result";
import type { OutboxRow } from "../database/phone-database";
import { changeEntries } from "../entries/change-entries";
import type { SyncSession } from "../sync/session";
import { sealedRowsOf } from "../recovery/sealed-rows";
import { applyVerdicts, type Answer } from "./apply-verdicts";
import { batchSizes, type BatchSize } from "./batch-size";
import { chooseBatch } from "./choose-batch";
import { readQueue } from "./read-queue";

export type Drained = {
  /** Some commands were not decided: try them again after a while. */
  readonly hasFailed: boolean;
};

/**
 * Sends what waits, batch after batch, until nothing is left that may be sent now.
 *
 *   choose ─▶ send ─▶ verdicts ─▶ store ─▶ choose …
 *     │        └─ problem ─▶ smaller batches, come back later
 *     └─ nothing (new) left ─▶ done
 */
export async function drainOutbox(session: SyncSession, size: BatchSize): Promise<Result<Drained, TransportProblem>> {
  const tried = new Set<string>();
  for (;;) {
    session.step();
    const batch = await nextBatch(session, size, tried);
    if (batch.length === 0) return ok({ hasFailed: tried.size > 0 });
    const sent = await send(batch, session);
    if (sent.ok) {
      size.set(batchSizes.afterAnswer(size.get()));
      const failed = await store(batch, sent.value, session);
      failed.forEach((entryId) => tried.add(entryId));
    } else if (sent.error.problem === "tooLarge") {
      if (batch.length === 1) await refuseTooLarge(batch[0]!, session);
      size.set(batchSizes.afterTooLarge(batch.length));
    } else {
      size.set(batchSizes.afterProblem(size.get(), sent.error.problem));
      if (sent.error.problem === "fault") await countAttempt(batch, session);
      return sent;
    }
  }
}

type Batch = readonly { readonly row: OutboxRow; readonly command: Command }[];

async function nextBatch({ personal }: SyncSession, size: BatchSize, tried: ReadonlySet<string>): Promise<Batch> {
  const { waiting, refused } = await personal.storage.use((database) => readQueue(database, personal.ownerId));
  const blocked = new Set([...refused.map(({ entryId }) => entryId), ...tried]);
  const rows = chooseBatch(waiting, blocked, Math.min(size.get(), maxCommandsPerRequest));
  return Promise.all(rows.map(async (row) => ({ row, command: await personal.readCommand(row) })));
}

type Sent = { readonly response: CommandsResponse; readonly sentAt: number };

async function send(batch: Batch, session: SyncSession): Promise<Result<Sent, TransportProblem>> {
  const { personal, client } = session;
  const device = await session.manifest();
  const commands = batch.map(({ command }) => command);
  session.step();
  session.sending(commands.map(({ entryId }) => entryId));
  try {
    const sentAt = session.now();
    const answer = await client.sendCommands({ protocol: protocolVersion, personId: personal.ownerId, device, commands });
    session.step();
    if (!answer.ok) return answer.error.problem === "notSignedIn" ? sendUnattended(batch, device, answer, session) : answer;
    return answer.value.personId === personal.ownerId ? ok({ response: answer.value, sentAt }) : err({ problem: "notOurs" });
  } finally {
    session.sending([]);
  }
}

/**
 * Nobody can sign in here any more (deactivated, or the phone was revoked): the phone's own cookie may still deliver,
 * into quarantine. One row asks first, because mostly the answer is to sign in.
 */
async function sendUnattended(batch: Batch, device: DeviceManifest, signInNeeded: Result<never, TransportProblem>, session: SyncSession): Promise<Result<Sent, TransportProblem>> {
  const { personal, client } = session;
  const rows = sealedRowsOf(batch.map(({ row }) => row));
  const verdicts: Verdict[] = [];
  for (let start = 0; start < rows.length; ) {
    const some = rows.slice(start, start === 0 ? 1 : start + maxRecoveredPerRequest);
    const sentAt = session.now();
    const answer = await client.sendRecovered({ protocol: protocolVersion, personId: personal.ownerId, device, rows: some });
    session.step();
    if (!answer.ok) return signInNeeded;
    verdicts.push(...answer.value.verdicts);
    start += some.length;
    if (start === rows.length) return ok({ response: { ...answer.value, personId: personal.ownerId, verdicts }, sentAt });
  }
  return signInNeeded;
}

/** @returns entries with a command that was not decided */
async function store(batch: Batch, { response, sentAt }: Sent, session: SyncSession): Promise<string[]> {
  const answer: Answer = {
    sent: new Map(batch.map(({ command }) => [command.id, command])),
    verdicts: new Map(response.verdicts.map((verdict) => [verdict.commandId, verdict])),
    serverTime: response.serverTime,
  };
  const failed: string[] = [];
  await changeEntries(
    batch.map(({ row }) => row.entryId),
    (entryId, known) => {
      const change = applyVerdicts(known, answer);
      const rows = change && "rows" in change ? (change.rows ?? []) : [];
      if (rows.some(({ state }) => state === "waiting")) failed.push(entryId);
      return change;
    },
    session.personal,
  );
  session.step();
  await session.contact(response.serverTime, sentAt);
  return failed;
}

function refuseTooLarge({ row }: Batch[number], session: SyncSession): Promise<void> {
  return changeEntries(
    [row.entryId],
    (_, { document, commands }) => {
      const rows = commands.filter(({ id, state }) => id === row.id && state === "waiting");
      return document && { document, rows: rows.map((each) => ({ ...each, state: "refused", refusal: { code: "tooLarge" } })) };
    },
    session.personal,
  );
}

/** The fault may lie in one of these commands: others go first next time. */
function countAttempt(batch: Batch, session: SyncSession): Promise<void> {
  const ids = new Set(batch.map(({ row }) => row.id));
  return changeEntries(
    batch.map(({ row }) => row.entryId),
    (_, { document, commands }) => {
      const rows = commands.filter(({ id, state }) => ids.has(id) && state === "waiting");
      return document && { document, rows: rows.map((each) => ({ ...each, attempts: each.attempts + 1 })) };
    },
    session.personal,
  );
}
