import { appendFile, cp, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, inject, test } from "vitest";
import { withConnection } from "../../../lib/launcher/database.mjs";
import { createMigration, migrate, migrationStatus } from "../../../lib/launcher/migrate.mjs";
import { freshDatabase } from "../../setup/fresh-database";
import { temporaryFolder } from "./temporary-folder";

const serverUrl = inject("postgresUrl");
const upToDate = { pending: [], failed: [], edited: [], unknown: [] };

test("migrations that are applied twice change nothing", async () => {
  const { url, drop } = await freshDatabase();
  expect(await migrate(url)).toEqual([]);
  expect(await migrationStatus(url)).toEqual(upToDate);
  await drop();
});

test("prisma/schema.prisma says what the migrations lead to", async () => {
  const prismaFolder = await temporaryFolder();
  await cp(path.resolve("prisma/schema.prisma"), path.join(prismaFolder, "schema.prisma"));
  await cp(path.resolve("prisma/migrations"), path.join(prismaFolder, "migrations"), { recursive: true });
  expect(await createMigration("difference", { prismaFolder, serverUrl })).toBeUndefined();
});

test("a failed migration leaves nothing behind and is tried again", async () => {
  const { url, drop } = await freshDatabase();
  const prismaFolder = await temporaryFolder();
  await cp(path.resolve("prisma/migrations"), path.join(prismaFolder, "migrations"), { recursive: true });
  const folder = path.join(prismaFolder, "migrations/29990101000000_broken");
  await mkdir(folder);
  await writeFile(path.join(folder, "migration.sql"), "CREATE TABLE half (id int); SELECT 1 / 0;");

  await expect(migrate(url, { prismaFolder })).rejects.toThrow("Migration 29990101000000_broken failed: division by zero");
  expect(await tableNames(url, "half")).toEqual([]);
  await writeFile(path.join(folder, "migration.sql"), "CREATE TABLE half (id int);");
  expect(await migrate(url, { prismaFolder })).toEqual(["29990101000000_broken"]);
  expect(await migrationStatus(url, { prismaFolder })).toEqual(upToDate);
  await drop();
});

test("SQL that was added by hand survives the next migrations", async () => {
  const prismaFolder = await temporaryFolder();
  const schema = path.join(prismaFolder, "schema.prisma");
  await writeFile(schema, 'datasource db {\n  provider = "postgresql"\n}\n\nmodel Thing {\n  id   Int    @id\n  name String\n}\n');
  const first = await createMigration("first", { prismaFolder, serverUrl });
  await appendFile(path.join(prismaFolder, "migrations", String(first?.name), "migration.sql"), handWritten);
  await appendFile(schema, "\nmodel Other {\n  id Int @id\n}\n");
  const second = await createMigration("second", { prismaFolder, serverUrl });
  expect(second?.script.match(/^[A-Z].*/gm)).toEqual(['CREATE TABLE "Other" (']);
  expect(await createMigration("third", { prismaFolder, serverUrl })).toBeUndefined();
  expect(await readFile(path.join(prismaFolder, "migrations/migration_lock.toml"), "utf8")).toContain('provider = "postgresql"');
});

const handWritten = `
CREATE FUNCTION twice(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN n; n := 1; END; $$;
ALTER TABLE "Thing" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY positive ON "Thing" USING (id > twice(0));
CREATE UNIQUE INDEX thing_named_once ON "Thing" (name) WHERE id > 0;
CREATE INDEX thing_folded ON "Thing" (lower(name));
ALTER TABLE "Thing" ADD CONSTRAINT named CHECK (name <> ';');
CREATE VIEW things AS SELECT name FROM "Thing";
`;

function tableNames(url: string, name: string) {
  return withConnection(url, async (client) => (await client.query("SELECT tablename FROM pg_tables WHERE tablename = $1", [name])).rows);
}
