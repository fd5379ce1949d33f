import { fork } from "node:child_process";
import { once } from "node:events";
import { chmod } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startBenchDatabase } from "./bench-database";
import { copyFile, copyStored, exportStored } from "./reconcile/bare-copy";
import { claimDossiers } from "./reconcile/claim-dossiers";
import type { Imported } from "./reconcile/import-file";
import { prepareProvince } from "./sync/prepare-province";
import { writeRegisterFile } from "./reconcile/register-file";

/**
 * A register file against what volunteers claimed: the importer, from the file's first byte to the last tally and
 * question, in a process of its own, beside COPY of the same rows and one indexed join with the same outcomes. Ends with
 * 1 beyond the limits of time and memory.
 */
const options = new Map(process.argv.slice(2).map((option) => option.replace(/^--/, "").split("=") as [string, string]));
const rows = Number(options.get("rows") ?? 1_000_000);
const outcomes = Number(options.get("outcomes") ?? 200_000);
const limits = { ratio: 6, megabytes: 500 };

const { client, folder, stop } = await startBenchDatabase();
try {
  const volunteers = await prepareProvince(client, 4);
  const { rows: [verifier] } = await client.query<{ province_id: string; unit_id: string; user_id: string }>("select province_id, unit_id, user_id from role_assignment limit 1");

  console.log(`Writing ${rows} rows and claiming ${outcomes} dossiers …`);
  const file = path.join(folder, "register.csv");
  await writeRegisterFile(file, rows);
  // The database server reads it too, as whoever it runs as.
  await chmod(folder, 0o755);
  await claimDossiers(client, volunteers, { outcomes, rows });

  console.log("Importing the file …");
  const imported = await importInOwnProcess([file, ...Object.values(verifier!)]);

  console.log("Copying the same rows barely …");
  const stored = await exportStored(client);
  // Twice, because a busy machine is not equally busy all the time.
  const copies = [await copyStored(client, stored), await copyStored(client, stored)];
  const alone = await copyFile(client, file);
  for (const { found } of [...copies, alone]) if (found !== imported.touched) throw new Error(`The join found ${found}, the importer ${imported.touched}`);

  const bare = copies.reduce((sum, { seconds }) => sum + seconds, 0) / copies.length;
  const [ratio, megabytes] = [imported.seconds / bare, imported.peakBytes / 2 ** 20];
  const { readSeconds, settleSeconds, questionSeconds, cpuSeconds, matched } = imported;
  console.log(`matched=${matched} read=${seconds(readSeconds)} settle=${seconds(settleSeconds)} questions=${seconds(questionSeconds)} cpu=${seconds(cpuSeconds)} file alone=${seconds(alone.seconds)}`);
  console.log(`reconcile=${seconds(imported.seconds)} bare=${seconds(bare)} ratio=${ratio.toFixed(2)} (limit ${limits.ratio}) memory=${Math.round(megabytes)} MB (limit ${limits.megabytes})`);
  if (ratio > limits.ratio || megabytes > limits.megabytes) process.exitCode = 1;
} finally {
  await stop();
}

/** With a small heap: garbage that merely waits to be collected is not what an import needs. */
async function importInOwnProcess(given: readonly string[]): Promise<Imported> {
  const script = fileURLToPath(new URL("./reconcile/import-file.ts", import.meta.url));
  const child = fork(script, given, { execArgv: [...process.execArgv, "--max-old-space-size=256"] });
  const exited = once(child, "exit");
  const answer = (await Promise.race([once(child, "message"), exited.then(() => undefined)])) as [Imported] | undefined;
  if (!answer) throw new Error("The importer failed");
  await exited;
  return answer[0];
}

function seconds(duration: number): string {
  return `${duration.toFixed(1)}s`;
}
