import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { migrate } from "../../lib/launcher/migrate.mjs";
import { startPostgres } from "../../lib/launcher/postgres.mjs";
import { copyAndJoin, prepareBareTable } from "./reconcile/bare-copy";
import { claimDossiers } from "./reconcile/claim-dossiers";
import type { Imported } from "./reconcile/import-file";
import { prepareProvince } from "./sync/prepare-province";
import { writeRegisterFile } from "./reconcile/register-file";

/**
 * A register file against what volunteers claimed: the importer, from the file's first byte to the last tally and
 * question, in a process of its own, beside COPY of the same file and one indexed join with the same outcomes.
 */
const options = new Map(process.argv.slice(2).map((option) => option.replace(/^--/, "").split("=") as [string, string]));
const rows = Number(options.get("rows") ?? 1_000_000);
const outcomes = Number(options.get("outcomes") ?? 200_000);
const limits = { ratio: 6, megabytes: 500 };

const folder = await mkdtemp(path.join(os.tmpdir(), "tns-bench-"));
const postgres = await startPostgres({ dataDir: path.join(folder, "data") });
try {
  await migrate(postgres.url);
  Object.assign(process.env, { DATABASE_URL: postgres.url, NODE_ENV: "production" });
  for (const name of ["NEXTAUTH_SECRET", "DATA_KEY", "HASH_KEY"]) process.env[name] = randomBytes(32).toString("base64");
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  const volunteers = await prepareProvince(client, 4);
  const { rows: [verifier] } = await client.query<{ province_id: string; unit_id: string; user_id: string }>("select province_id, unit_id, user_id from role_assignment limit 1");

  console.log(`Writing ${rows} rows and claiming ${outcomes} dossiers …`);
  const file = path.join(folder, "register.csv");
  await writeRegisterFile(file, rows);
  // The database server reads it too, as whoever it runs as.
  await chmod(folder, 0o755);
  await claimDossiers(client, volunteers, { outcomes, rows });

  const bare: number[] = [];
  const joined = await measureBare();
  console.log(`Importing the file: ${joined} of the claims are in it …`);
  const importing = fork(fileURLToPath(new URL("./reconcile/import-file.ts", import.meta.url)), [file, ...Object.values(verifier!)], { execArgv: process.execArgv });
  const exited = once(importing, "exit");
  const answer = await Promise.race([once(importing, "message"), exited.then(() => undefined)]);
  if (!answer) throw new Error("The importer failed");
  const [imported] = answer as [Imported];
  await exited;
  await measureBare();
  if (imported.touched !== joined) throw new Error(`The join found ${joined}, the importer ${imported.touched}`);
  await client.end();

  const copied = (bare[0]! + bare[1]!) / 2;
  const [ratio, megabytes] = [imported.seconds / copied, imported.peakBytes / 2 ** 20];
  console.log(`read=${imported.readSeconds.toFixed(1)}s settle=${imported.settleSeconds.toFixed(1)}s questions=${imported.questionSeconds.toFixed(1)}s matched=${imported.matched} cpu=${imported.cpuSeconds.toFixed(1)}s`);
  console.log(`reconcile seconds=${imported.seconds.toFixed(1)} bare=${copied.toFixed(1)} ratio=${ratio.toFixed(2)} (limit ${limits.ratio}) memory=${Math.round(megabytes)} MB (limit ${limits.megabytes})`);
  if (ratio > limits.ratio || megabytes > limits.megabytes) process.exitCode = 1;

  /** Before and after, because a busy machine is not equally busy all the time. */
  async function measureBare(): Promise<number> {
    await prepareBareTable(client);
    const start = performance.now();
    const found = await copyAndJoin(client, file);
    bare.push((performance.now() - start) / 1000);
    return found;
  }
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
