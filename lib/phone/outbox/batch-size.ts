import { maxCommandsPerRequest } from "../../protocol/commands";
import type { TransportProblem } from "../../protocol/client";

/** How many commands go in one request; remembered between runs. */
export type BatchSize = { get(): number; set(size: number): void };

export const firstBatchSize = 100;
/** Below this a bad connection is not helped by smaller requests. */
const floorOnBadConnection = 10;

export function createBatchSize(): BatchSize {
  let size = firstBatchSize;
  return { get: () => size, set: (next) => void (size = next) };
}

export const batchSizes = {
  afterAnswer: (size: number) => Math.min(size * 2, maxCommandsPerRequest),
  afterTooLarge: (sent: number) => Math.max(1, Math.floor(sent / 2)),
  /** A fault may come from one command: smaller batches find it. A cut connection may be a slow one. */
  afterProblem: (size: number, problem: TransportProblem["problem"]) => {
    if (problem === "fault") return Math.max(1, Math.floor(size / 2));
    if (problem !== "unreachable") return size;
    return Math.min(size, Math.max(floorOnBadConnection, Math.floor(size / 2)));
  },
};
