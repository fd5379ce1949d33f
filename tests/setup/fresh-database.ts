import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { withConnection, withDatabase } from "../../lib/launcher/database.mjs";

/** A migrated, empty database of its own for a test file. `drop` also ends connections that were forgotten. */
export async function freshDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = inject("postgresUrl");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await withConnection(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${inject("templateDatabase")}`));
  return {
    url: withDatabase(server, name),
    drop: () => withConnection(server, async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  };
}
