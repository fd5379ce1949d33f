import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { migrate } from "../../lib/launcher/migrate.mjs";
import { startPostgres } from "../../lib/launcher/postgres.mjs";
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

const dataDir = await mkdtemp(path.join(os.tmpdir(), "tns-bench-"));
const postgres = await startPostgres({ dataDir });
let server: ChildProcess | undefined;
try {
  await migrate(postgres.url);
  Object.assign(process.env, { DATABASE_URL: postgres.url, NODE_ENV: "production" });
  for (const name of ["NEXTAUTH_SECRET", "DATA_KEY", "HASH_KEY"]) process.env[name] = randomBytes(32).toString("base64");
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
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
  await insertBare(postgres.url, rows.slice(0, 4), people);
  await takeRows(client);
  const bare = await measured(() => insertBare(postgres.url, rows, people));
  const [{ count }] = (await client.query<{ count: string }>("select count(*) from entry")).rows as [{ count: string }];
  if (Number(count) !== sessions) throw new Error(`Expected ${sessions} entries, found ${count}`);
  await client.end();

  const [syncRate, bareRate] = [sessions / synced, sessions / bare];
  console.log(`sync sessions/s=${Math.round(syncRate)} bare=${Math.round(bareRate)} ratio=${(syncRate / bareRate).toFixed(2)}`);
} finally {
  server?.kill();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function measured(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1000;
}
