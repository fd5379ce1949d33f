import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Actor } from "@/lib/domain/people/actor";
import { LocalDate } from "@/lib/domain/time/local-date";
import { changeImport } from "@/lib/server/imports/change-import";
import { readImport } from "@/lib/server/imports/read-import";
import { readUpload } from "@/lib/server/imports/read-upload";
import { closeDatabase } from "@/lib/server/database/client";

/** What an import took, in seconds; `peakBytes`: the most memory that this process ever held. */
export type Imported = {
  readonly seconds: number;
  readonly readSeconds: number;
  readonly settleSeconds: number;
  readonly questionSeconds: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
  readonly touched: number;
  readonly matched: number;
};

const [file = "", provinceId = "", unitId = "", userId = ""] = process.argv.slice(2);
const actor: Actor = { provinceId, userId, active: true, assignments: [{ role: "provinceVerifier", unitId, validFrom: LocalDate.parse("2022-05-01") }] };
const now = new Date().toISOString();
const id = randomUUID();

const start = performance.now();
await changeImport(actor, { action: "begin", id, kind: "dossier", fileName: "register.csv", mapping: { code: 0, receivedOn: 1, service: 2, channel: 3, status: 4, applicantNumber: 5 } }, now);
const read = await readUpload(actor, id, createReadStream(file), now);
if (!read.ok || read.value.status !== "ready" || read.value.unreadCount > 0) throw new Error(JSON.stringify(read));
const whenRead = performance.now();
const accepted = await changeImport(actor, { action: "accept", id }, now);
if (!accepted.ok || accepted.value.status !== "accepted") throw new Error(JSON.stringify(accepted));
const end = performance.now();
const { result } = (await readImport(actor, id, now))!;
await closeDatabase();

const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const settleSeconds = (result.matchMs ?? 0) / 1000;
process.send!({
  seconds: (end - start) / 1000,
  readSeconds: (whenRead - start) / 1000,
  settleSeconds,
  questionSeconds: (end - whenRead) / 1000 - settleSeconds,
  cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
  peakBytes: maxRSS * 1024,
  touched: result.touched ?? 0,
  matched: result.newlyMatched?.dossier ?? 0,
} satisfies Imported);
process.disconnect();
