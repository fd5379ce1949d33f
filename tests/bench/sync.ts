import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { startBenchDatabase } from "./bench-database";
import { copyRows, insertBare, takeRows } from "./sync/bare-inserts";
import { makeBatches } from "./sync/batches";
import { prepareProvince } from "./sync/prepare-province";
import { send } from "./sync/send";

/**
 * How many help sessions a second travel the whole way (HTTP, session check, validation, encryption, durable
 * commit) beside bare multi-row inserts of the same rows into the same tables, in the same run.
 */
const sessions = 10_000;
const perBatch = 500;
const people = 4;

const { client, url, stop } = await startBenchDatabase();
let server: ChildProcess | undefined;
try {
  const volunteers = await prepareProvince(client, people);
  server = fork(fileURLToPath(new URL("./sync/server.ts", import.meta.url)), { execArgv: process.execArgv });
  const [{ origin }] = (await once(server, "message")) as [{ origin: string }];

  console.log("Warming up …");
  await send(origin, makeBatches(volunteers, sessions / 2, perBatch));
  await takeRows(client);

  const batches = makeBatches(volunteers, sessions, perBatch);
  console.log(`Sending ${sessions} sessions of two outcomes in ${batches.length} requests from ${people} people …`);
  const synced = await measured(() => send(origin, batches));
  const rows = await copyRows(client, volunteers);
  await takeRows(client);

  console.log("Inserting the same rows barely …");
  await insertBare(url, rows.slice(0, 4), people);
  await takeRows(client);
  const bare = await measured(() => insertBare(url, rows, people));
  const [{ count }] = (await client.query<{ count: string }>("select count(*) from entry")).rows as [{ count: string }];
  if (Number(count) !== sessions) throw new Error(`Expected ${sessions} entries, found ${count}`);

  const [syncRate, bareRate] = [sessions / synced, sessions / bare];
  console.log(`sync sessions/s=${Math.round(syncRate)} bare=${Math.round(bareRate)} ratio=${(syncRate / bareRate).toFixed(2)}`);
} finally {
  server?.kill();
  await stop();
}

async function measured(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1000;
}
