import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { withConnection, withDatabase } from "../../lib/launcher/database.mjs";
import { loadDemoData } from "../../lib/launcher/demo-data.mjs";
import { migrate } from "../../lib/launcher/migrate.mjs";
import { startPostgres } from "../../lib/launcher/postgres.mjs";

const template = "template_demo";

/** One database server per run with the demo's data; tests take a copy each (`startApp`). */
export default async function startDemoDatabase(): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "tns-e2e-"));
  const server = await startPostgres({ dataDir });
  const secrets = {
    NEXTAUTH_SECRET: randomBytes(48).toString("base64"),
    DATA_KEY: randomBytes(32).toString("base64"),
    HASH_KEY: randomBytes(32).toString("base64"),
  };
  Object.assign(process.env, secrets, { E2E_POSTGRES_URL: server.url }); // Playwright hands them on to its workers
  await withConnection(server.url, (client) => client.query(`CREATE DATABASE ${template}`));
  const databaseUrl = withDatabase(server.url, template);
  await migrate(databaseUrl);
  await loadDemoData(databaseUrl, { ...secrets, DEMO: "1" });
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** A copy of the demo's database for one test. */
export async function copyDemoDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = process.env.E2E_POSTGRES_URL;
  if (!server) throw new Error("No database server: browser tests are started with `npx playwright test`.");
  const name = `e2e_${randomBytes(6).toString("hex")}`;
  await withConnection(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return {
    url: withDatabase(server, name),
    drop: () => withConnection(server, async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  };
}
