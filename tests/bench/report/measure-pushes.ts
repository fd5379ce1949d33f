import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { withConnection, withDatabase } from "../../../lib/launcher/database.mjs";
import { migrate } from "../../../lib/launcher/migrate.mjs";
import { makeBatches } from "../sync/batches";
import { prepareProvince } from "../sync/prepare-province";
import { send } from "../sync/send";

const rounds = 24;

/** @returns what share longer pushes of 500 entries take than the same without a row in the tallies */
export async function measurePushes(serverUrl: string): Promise<number> {
  const url = withDatabase(serverUrl, "pushes");
  await withConnection(serverUrl, (connection) => connection.query("create database pushes"));
  await migrate(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const [volunteer] = await prepareProvince(client, 1);
  const server = fork(fileURLToPath(new URL("../sync/server.ts", import.meta.url)), { execArgv: process.execArgv, env: { ...process.env, DATABASE_URL: url } });
  try {
    const [{ origin }] = (await once(server, "message")) as [{ origin: string }];
    const batches = makeBatches([volunteer!], 500 * (rounds + 4), 500);
    await send(origin, batches.slice(0, 4));
    await client.query("create function tell_nothing() returns trigger language plpgsql as 'begin return null; end'");
    const times = { told: 0, silent: 0 };
    // In turn, so that a machine that is busy for a while is so for both.
    for (const [index, batch] of batches.slice(4).entries()) {
      const kind = index % 4 === 0 || index % 4 === 3 ? "told" : "silent";
      if (kind === "silent") await client.query("create trigger a_tell_nothing before insert on tally for each row execute function tell_nothing()");
      const start = performance.now();
      await send(origin, [batch]);
      times[kind] += performance.now() - start;
      if (kind === "silent") await client.query("drop trigger a_tell_nothing on tally");
    }
    return times.told / times.silent - 1;
  } finally {
    server.kill();
    await client.end();
  }
}
