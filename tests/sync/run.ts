import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { withConnection, withDatabase } from "@/lib/launcher/database.mjs";
import { migrate } from "@/lib/launcher/migrate.mjs";
import { startPostgres } from "@/lib/launcher/postgres.mjs";
import { closeDatabase } from "@/lib/server/database/client";
import { serveHandlers } from "@/tests/setup/http-server";
import { runSchedules } from "./run-schedules";
import { createWorld, useServerEnvironment } from "./world";

const { values } = parseArgs({
  options: { runs: { type: "string", default: "100" }, seed: { type: "string", default: "1" } },
});

const dataDir = await mkdtemp(path.join(os.tmpdir(), "tns-sync-"));
const postgres = await startPostgres({ dataDir });
try {
  await withConnection(postgres.url, (client) => client.query("create database sync"));
  const url = withDatabase(postgres.url, "sync");
  await migrate(url);
  useServerEnvironment(url);
  const server = await serveHandlers();
  const world = await createWorld(url, () => server.port);
  const runs = Number(values.runs);
  const totals = await runSchedules({ first: Number(values.seed), runs, world, report: (line) => console.log(line) });
  await world.close();
  await server.close();
  await closeDatabase();
  console.log(`runs=${totals.runs} lost=${totals.lost} duplicated=${totals.duplicated} stuck=${totals.stuck}`);
  process.exitCode = totals.lost + totals.duplicated + totals.stuck === 0 ? 0 : 1;
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
