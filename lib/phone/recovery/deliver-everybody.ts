import { ok, type Result } from "../../domain/result";
import type { DeviceManifest } from "../../protocol/device-manifest";
import { createProtocolClient, type ProtocolClient, type TransportProblem } from "../../protocol/client";
import type { Verdict } from "../../protocol/commands";
import { protocolVersion } from "../../protocol/version";
import { readMeta } from "../database/meta";
import type { OutboxRow } from "../database/phone-database";
import type { Storage } from "../database/storage";
import type { PhoneEnvironment } from "../device/environment";
import { isUnsent } from "../outbox/unsent";
import { withoutRecovery } from "./keep-recoverable";
import { sealedRowsOf } from "./sealed-rows";

export type Delivered = {
  /** Unsent rows that are still on this phone alone: nothing may be destroyed while there is one. */
  readonly left: number;
};

const atOnce = 40;

/**
 * Sends what everybody on this phone has not sent, without anybody's key: before the phone is wiped. What got a verdict
 * is on the server for good, as an entry or sealed as it came.
 */
export async function deliverEverybody(storage: Storage, environment: PhoneEnvironment): Promise<Result<Delivered, TransportProblem>> {
  const client = createProtocolClient(environment.fetch, environment.origin, environment.requestTimeoutMs);
  const rows = await readUnsent(storage);
  const device = await manifestOf(rows, storage, environment);
  const sealed = rows.filter(({ recovery }) => recovery);
  for (let start = 0; start < sealed.length; start += atOnce) {
    const sent = await deliver(sealed.slice(start, start + atOnce), device, client, storage);
    if (!sent.ok) return sent;
  }
  return ok({ left: (await readUnsent(storage)).length });
}

async function deliver(rows: readonly OutboxRow[], device: DeviceManifest, client: ProtocolClient, storage: Storage): Promise<Result<undefined, TransportProblem>> {
  const answer = await client.sendRecovered({ protocol: protocolVersion, device, rows: sealedRowsOf(rows) });
  if (!answer.ok && answer.error.problem === "tooLarge" && rows.length > 1) {
    const half = await deliver(rows.slice(0, rows.length / 2), device, client, storage);
    return half.ok ? deliver(rows.slice(rows.length / 2), device, client, storage) : half;
  }
  if (!answer.ok) return answer;
  const verdicts = new Map(answer.value.verdicts.map((verdict) => [verdict.commandId, verdict]));
  const arrived = rows.filter(({ id }) => isFinal(verdicts.get(id))).map(({ id }) => id);
  await storage.use((database) =>
    database.transaction("rw", database.outbox, async () => {
      const current = await database.outbox.bulkGet(arrived);
      await database.outbox.bulkPut(current.flatMap((row) =>
        row && isUnsent(row) ? [withoutRecovery({ ...row, state: "delivered" as const, deliveredAt: answer.value.serverTime })] : [],
      ));
    }),
  );
  return ok(undefined);
}

function isFinal(verdict: Verdict | undefined): boolean {
  return verdict?.verdict === "accepted" || verdict?.verdict === "refused";
}

/** In the order saved, so that what changes an entry follows what recorded it. */
async function readUnsent(storage: Storage): Promise<OutboxRow[]> {
  const rows = await storage.use((database) => database.outbox.filter(isUnsent).toArray());
  return rows.sort((a, b) => a.sequence - b.sequence);
}

async function manifestOf(rows: readonly OutboxRow[], storage: Storage, { device, appVersion }: PhoneEnvironment): Promise<DeviceManifest> {
  const [deviceId, clockOffsetMs = 0] = await storage.use((database) =>
    Promise.all([readMeta(database, "deviceId"), readMeta(database, "clockOffsetMs")]),
  );
  if (!deviceId) throw new Error("A phone that was never opened holds nothing");
  const persisted = await device.isPersisted();
  return { deviceId, pendingCount: rows.length, pendingIdsDigest: "", appVersion, persisted, installed: device.isInstalled(), clockOffsetMs };
}
