import { expect, test } from "vitest";
import { withConnection } from "../../../lib/launcher/database.mjs";
import { migrate, migrationStatus } from "../../../lib/launcher/migrate.mjs";
import { freshDatabase } from "../../setup/fresh-database";

test("migrations that are applied twice change nothing", async () => {
  const { url, drop } = await freshDatabase();
  expect(await migrate(url)).toEqual([]);
  expect(await migrationStatus(url)).toEqual({ pending: [], failed: [], edited: [], unknown: [] });
  await drop();
});
