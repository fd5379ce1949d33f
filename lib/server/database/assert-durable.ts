import "server-only";
import { databaseClient } from "./client";

/**
 * Refuses a database that may forget what it has committed: phones delete what was acknowledged. Asked
 * before the first answer and by /api/health. Throws with a sentence for whoever runs the server.
 */
export async function assertDurable(): Promise<void> {
  const rows = await databaseClient().$queryRaw<{ name: string; setting: string }[]>`
    select name, setting from pg_settings where name in ('synchronous_commit', 'fsync', 'full_page_writes')`;
  const off = rows.filter(({ setting }) => !durable.has(setting)).map(({ name }) => name);
  if (off.length > 0) {
    throw new Error(`The database may lose committed data: switch ${off.join(" and ")} on.`);
  }
}

/** `remote_write` and `local` give less than `on`: they are refused too. */
const durable = new Set(["on", "remote_apply"]);
