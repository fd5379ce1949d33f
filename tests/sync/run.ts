import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { withConnection, withDatabase } from "@/lib/launcher/database.mjs";
import { migrate } from "@/lib/launcher/migrate.mjs";
import { startPostgres } from "@/lib/launcher/postgres.mjs";
import { runInProcesses } from "./run-in-processes";

/**
 * npm run check:sync -- --runs N [--seed first]: the phone against the handlers and PostgreSQL, see
 * schedule.ts. Its last line says how it went; a seed that failed is printed with the way to repeat it.
 */
const { values } = parseArgs({ options: { runs: { type: "string", default: "100" }, seed: { type: "string", default: "1" } } });
const [runs, first] = [Number(values.runs), Number(values.seed)];
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(first)) throw new RangeError("--runs and --seed are whole numbers");

const dataDir = await mkdtemp(path.join(os.tmpdir(), "tns-sync-"));
const postgres = await startPostgres({ dataDir });
try {
  const names = Array.from({ length: Math.min(runs, os.availableParallelism(), 4) }, (_, index) => `sync_${index}`);
  const urls = names.map((name) => withDatabase(postgres.url, name));
  for (const name of names) await withConnection(postgres.url, (client) => client.query(`create database ${name}`));
  for (const url of urls) await migrate(url);
  const totals = await runInProcesses(urls, { first, runs, report: (line) => console.log(line) });
  console.log(`runs=${totals.runs} lost=${totals.lost} duplicated=${totals.duplicated} stuck=${totals.stuck}`);
  process.exitCode = totals.lost + totals.duplicated + totals.stuck === 0 ? 0 : 1;
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
