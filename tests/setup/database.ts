import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { withConnection, withDatabase } from "../../lib/launcher/database.mjs";
import { migrate } from "../../lib/launcher/migrate.mjs";
import { startPostgres } from "../../lib/launcher/postgres.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    /** The test run's own PostgreSQL server, as its owner. Tests take a database of their own: `freshDatabase`. */
    postgresUrl: string;
    /** A migrated database that nobody connects to: copied for each test file that asks for one. */
    templateDatabase: string;
  }
}

const templateDatabase = "template_tns";

/** One server per run, in a temporary folder. */
export default async function startDatabase(project: TestProject) {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "tns-test-"));
  const server = await startPostgres({ dataDir });
  await withConnection(server.url, (client) => client.query(`CREATE DATABASE ${templateDatabase}`));
  await migrate(withDatabase(server.url, templateDatabase));
  project.provide("postgresUrl", server.url);
  project.provide("templateDatabase", templateDatabase);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
