import pg from "pg";
import type { Actor } from "../../lib/domain/people/actor";
import { closeDatabase } from "../../lib/server/database/client";
import { actorOf } from "../demo/acting";
import { readAnnexes, totalsOf2023 } from "./annex-files";
import { checkTable, printedChanges, readAugust } from "./check-province";
import { planProvince } from "./plan";
import { prepareProvince } from "./prepare-province";
import { entriesOf } from "./planned-entries";
import { showProgress } from "./progress-bar";
import { reformProvince } from "./reform-2025";
import { writeProvince } from "./write-province";

/** Run by lib/launcher/seed-province.mjs on a migrated database: builds, or makes the reform of 2025, and compares, or compares only. */
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
try {
  await client.connect();
  if (process.argv.includes("--reform")) await reform();
  else if (!process.argv.includes("--check")) await build();
  process.exitCode = (await check()) ? 0 : 1;
} catch (error) {
  process.stderr.write(`✘ ${error instanceof Error ? (process.env.DEBUG ? error.stack : error.message.split("\n", 1)[0]) : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await client.end().catch(() => {});
  await closeDatabase().catch(() => {});
}

async function build(): Promise<void> {
  const plan = planProvince(readAnnexes(), totalsOf2023);
  const bar = showProgress(entriesOf(plan), "entries");
  try {
    const province = await prepareProvince(client);
    await writeProvince(client, plan, province, { written: bar.advance, doing: bar.say });
    bar.say("Done");
  } finally {
    bar.end();
  }
}

/** What was printed in 2023 stays as it was, in the tree of its day. */
async function reform(): Promise<void> {
  const { verifier } = await findVerifier();
  await client.query("select set_config('app.province', $1, false)", [verifier.provinceId]);
  await reformProvince(client, verifier);
  console.log("✔ The reform of 2025 is made: districts ended, communes went into those of the list.");
}

/** Says which numbers differ, each in a line. */
async function check(): Promise<boolean> {
  const { verifier, provinceUnitId } = await findVerifier();
  const table = await readAugust(verifier, provinceUnitId);
  const { cells, differences } = checkTable(table, readAnnexes(), totalsOf2023, printedChanges());
  for (const difference of differences) process.stderr.write(`✘ ${difference}\n`);
  if (differences.length === 0) console.log(`✔ All ${cells} numbers as printed: annex 1, annex 2 with July as known on 1 August, the sums below them, units over 100 %.`);
  return differences.length === 0;
}

async function findVerifier(): Promise<{ verifier: Actor; provinceUnitId: string }> {
  const { rows } = await client.query<{ id: string; province_id: string; unit_id: string }>(
    "select user_id as id, province_id, unit_id from role_assignment where role = 'provinceVerifier' order by id limit 1");
  const [row] = rows;
  if (!row) throw new Error("There is no province of 2023 in this database: npm run seed:province builds it in an empty one.");
  const person = { id: row.id, role: "provinceVerifier" as const, login: "", password: "", name: "", unitId: row.unit_id };
  return { verifier: actorOf(row.province_id, person), provinceUnitId: row.unit_id };
}
