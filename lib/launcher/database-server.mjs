import { databaseExists, withConnection, withDatabase } from "./database.mjs";
import { demoDataState, isEmptyDatabase, loadDemoData } from "./demo-data.mjs";
import { clusterFolder, requireSecretsOfCluster } from "./environment.mjs";
import { Failure } from "./failure.mjs";
import { takeLaunchLock } from "./launch-lock.mjs";
import { migrate } from "./migrate.mjs";
import { removeCluster, startPostgres, stopAbandonedServer } from "./postgres.mjs";
import { step } from "./progress.mjs";
import { supervise } from "./supervise.mjs";

const ownDatabase = "tns";

/**
 * The server that DATABASE_URL names, or one of our own in the data folder. Asking finds out what stands in its
 * way; `start` returns the database's address.
 *
 * @returns {Promise<{ isOurs: boolean, start: (shutdown: import("./shutdown.mjs").Shutdown) => Promise<string> }>}
 */
export async function databaseServer({ databaseUrl }, { fresh }) {
  if (databaseUrl === undefined) return ownServer({ fresh });
  if (fresh) throw new Failure("--fresh resets only the demo's own database, but DATABASE_URL is set: nothing was removed.");
  await withConnection(databaseUrl, async () => {});
  return { isOurs: false, start: async () => databaseUrl };
}

async function ownServer({ fresh }) {
  await takeLaunchLock();
  await stopAbandonedServer(clusterFolder());
  if (fresh) await removeCluster(clusterFolder());
  requireSecretsOfCluster();
  return { isOurs: true, start: startOwnServer };
}

async function startOwnServer(shutdown) {
  let port; // stays the same when the server is started again
  const start = async () => {
    const server = await startPostgres({ dataDir: clusterFolder(), port, database: ownDatabase });
    port = server.port;
    return server;
  };
  const server = await step("Starting the database", "Database started", () => supervise("The database", start));
  shutdown.add(server.stop);
  return server.url;
}

/** Migrates; in a demo also loads the demo data into a database that holds nothing yet. */
export async function prepareDatabase({ databaseUrl, isOurs, isDemo, settings }) {
  if (isOurs) await createOwnDatabase(databaseUrl);
  const needsData = isDemo && (await isEmptyDatabase(databaseUrl));
  const done = (applied) => (applied.length === 0 ? "Database schema up to date" : `Database schema migrated (${applied.length} new)`);
  await step("Migrating the database", done, () => migrate(databaseUrl));
  if (needsData) await step("Loading the demo data", "Demo data loaded", () => loadDemoData(databaseUrl, settings));
}

/** An interrupted loading of the demo data starts over; in a database of somebody else's that is theirs to decide. */
export async function createOwnDatabase(databaseUrl) {
  await withConnection(withDatabase(databaseUrl, "postgres"), async (client) => {
    if ((await databaseExists(client, ownDatabase)) && (await demoDataState(databaseUrl)) === "loading") await client.query(`DROP DATABASE ${ownDatabase}`);
    if (!(await databaseExists(client, ownDatabase))) await client.query(`CREATE DATABASE ${ownDatabase}`);
  });
}
