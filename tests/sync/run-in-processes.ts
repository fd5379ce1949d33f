import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Totals } from "./run-schedules";

export type WorkerTask = { readonly databaseUrl: string; readonly seeds: readonly number[] };
export type FromWorker = { readonly line: string } | { readonly totals: Totals };

/** `server-only` is an error outside of Next, unless resolved as Next does it. */
export const serverProcessArguments = ["--conditions=react-server", "--import", "tsx"];

/** Spreads schedules over processes, one for each empty migrated database, and adds up what they found. */
export async function runInProcesses(
  databaseUrls: readonly string[],
  { first, runs, report }: { first: number; runs: number; report: (line: string) => void },
): Promise<Totals> {
  const seeds = Array.from({ length: runs }, (_, index) => first + index);
  const parts = await Promise.all(
    databaseUrls.map((databaseUrl, place) =>
      runWorker({ databaseUrl, seeds: seeds.filter((_, index) => index % databaseUrls.length === place) }, report),
    ),
  );
  return parts.reduce(add);
}

function runWorker(task: WorkerTask, report: (line: string) => void): Promise<Totals> {
  const child = fork(fileURLToPath(new URL("worker.ts", import.meta.url)), [JSON.stringify(task)], {
    execArgv: serverProcessArguments,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let totals: Totals | undefined;
  let complaints = "";
  child.stderr?.on("data", (chunk: Buffer) => (complaints = (complaints + chunk.toString()).slice(-4000)));
  child.on("message", (message: FromWorker) => {
    if ("totals" in message) totals = message.totals;
    else report(message.line);
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => (totals ? resolve(totals) : reject(new Error(`A process of schedules ended with ${code}:\n${complaints}`))));
  });
}

function add(a: Totals, b: Totals): Totals {
  return { runs: a.runs + b.runs, lost: a.lost + b.lost, duplicated: a.duplicated + b.duplicated, stuck: a.stuck + b.stuck };
}
