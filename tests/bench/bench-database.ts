import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { migrate } from "../../lib/launcher/migrate.mjs";
import { startPostgres } from "../../lib/launcher/postgres.mjs";

/** A migrated database of its own, which the product's code is pointed at in this process; `stop` leaves nothing of it. */
export async function startBenchDatabase() {
  const folder = await mkdtemp(path.join(os.tmpdir(), "tns-bench-"));
  const { url, stop } = await startPostgres({ dataDir: path.join(folder, "data") });
  const client = new pg.Client({ connectionString: url });
  await migrate(url);
  await client.connect();
  Object.assign(process.env, { DATABASE_URL: url, NODE_ENV: "production" });
  for (const name of ["NEXTAUTH_SECRET", "DATA_KEY", "HASH_KEY"]) process.env[name] = randomBytes(32).toString("base64");
  return {
    url,
    client,
    /** For files that the run needs. */
    folder,
    stop: async () => {
      await client.end();
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
