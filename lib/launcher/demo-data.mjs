import { readFile } from "node:fs/promises";
import { withConnection } from "./database.mjs";
import { Failure, failureFromOutput } from "./failure.mjs";
import { inRoot } from "./paths.mjs";
import { runTypeScript } from "./run.mjs";

/**
 * Whether demo data may be loaded: the database has no table with a row in it. Asked before migrating, because
 * a migration may bring rows of its own.
 */
export function isEmptyDatabase(databaseUrl) {
  return withConnection(databaseUrl, async (client) => {
    const { rows } = await client.query("SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'public'");
    for (const { name } of rows.filter((row) => row.name !== "public._prisma_migrations")) {
      const { rowCount } = await client.query(`SELECT FROM ${name} LIMIT 1`);
      if (rowCount > 0) return false;
    }
    return true;
  });
}

/** "loading" when an earlier start was interrupted while it wrote the demo data. */
export function demoDataState(databaseUrl) {
  return withConnection(databaseUrl, async (client) => {
    const { rows } = await client.query("SELECT shobj_description(oid, 'pg_database') AS note FROM pg_database WHERE datname = current_database()");
    return /^demo data: (loading|loaded)$/.exec(rows[0].note ?? "")?.[1];
  });
}

/** Runs prisma/seed.ts. Its progress is noted on the database itself, so that an interrupted run is recognised. */
export async function loadDemoData(databaseUrl, settings) {
  await noteState(databaseUrl, "loading");
  const { code, output } = await runTypeScript("prisma/seed.ts", { env: { ...settings, DATABASE_URL: databaseUrl } });
  if (code !== 0) throw failureFromOutput(output, `The demo data could not be loaded:\n${output.trim()}`);
  await noteState(databaseUrl, "loaded");
}

/** @returns {Promise<{ role: string, name: string, login: string, password: string }[]>} */
export async function demoAccounts() {
  try {
    return JSON.parse(await readFile(inRoot("prisma/demo-accounts.json"), "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return [];
    throw new Failure(`prisma/demo-accounts.json can't be read: ${error.message}`);
  }
}

/** @param {"loading" | "loaded"} state */
export function noteState(databaseUrl, state) {
  return withConnection(databaseUrl, async (client) => {
    const { rows } = await client.query("SELECT current_database() AS name");
    await client.query(`COMMENT ON DATABASE ${client.escapeIdentifier(rows[0].name)} IS 'demo data: ${state}'`);
  });
}
