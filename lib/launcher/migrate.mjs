import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { withConnection } from "./database.mjs";
import { Failure, exitOnSignals, runMain } from "./failure.mjs";
import { lockfile, readMigrations, readSchema } from "./migrations.mjs";
import { inRoot, isMain } from "./paths.mjs";
import { startPostgres } from "./postgres.mjs";
import { openSchemaEngine, takePanic } from "./schema-engine.mjs";

/**
 * Applies the migrations that a database does not have yet and records them as Prisma does, so that
 * `prisma migrate deploy` may be used instead. Each migration is one transaction (no COMMIT and no CONCURRENTLY
 * in it): one that failed or was interrupted left nothing behind and is tried again.
 *
 * @returns {Promise<string[]>} the names of those applied now
 */
export async function migrate(databaseUrl, { prismaFolder = inRoot("prisma") } = {}) {
  return withConnection(databaseUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]); // until the connection ends
    const migrationsList = await readMigrations(prismaFolder);
    return withEngine(databaseUrl, {}, async (engine) => {
      const { failedMigrationNames } = await diagnose(engine, migrationsList);
      for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilters });
      return appliedMigrationNames;
    });
  });
}

/**
 * Writes a new migration: the step from the existing ones to `schema.prisma`. SQL that was added to migrations
 * by hand (policies, functions, roles) is left alone.
 *
 * @param {string} title in its name: add_shifts
 * @param {{ empty?: boolean, prismaFolder?: string, serverUrl?: string }} [options] `empty` writes one although the schema
 *   has not changed, to be filled by hand; without `serverUrl` a temporary server tries the existing ones out
 * @returns {Promise<{ name: string, script: string } | undefined>} undefined when nothing changed
 */
export async function createMigration(title, { empty = false, prismaFolder = inRoot("prisma"), serverUrl } = {}) {
  if (!/^[a-z0-9_]{1,80}$/.test(title)) throw new Failure("Name the migration with small letters, digits and _, for example add_shifts.");
  const schema = await readSchema(prismaFolder);
  const migrations = await readMigrations(prismaFolder);
  const compare = (url) => diff(url, migrations, schema);
  const difference = await (serverUrl ? compare(serverUrl) : withTemporaryDatabase(compare));
  if (difference === undefined && !empty) return undefined;
  const name = `${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}_${title}`;
  const script = difference ?? "-- Nothing changed in schema.prisma.\n";
  await writeMigration(migrations.baseDir, name, script);
  return { name, script };
}

/** @returns {Promise<{ pending: string[], failed: string[], edited: string[], unknown: string[] }>} */
export async function migrationStatus(databaseUrl, { prismaFolder = inRoot("prisma") } = {}) {
  const migrationsList = await readMigrations(prismaFolder);
  const { history, failedMigrationNames, editedMigrationNames } = await withConnection(databaseUrl, () =>
    withEngine(databaseUrl, {}, (engine) => diagnose(engine, migrationsList)),
  );
  return {
    pending: history?.unappliedMigrationNames ?? [],
    failed: failedMigrationNames,
    edited: editedMigrationNames,
    unknown: history?.unpersistedMigrationNames ?? [],
  };
}

const migrationLock = 52_992_025;
const noFilters = { externalTables: [], externalEnums: [] };

const diagnose = (engine, migrationsList) =>
  engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters: noFilters });

async function withEngine(databaseUrl, options, use) {
  const { engine, close } = await openSchemaEngine(databaseUrl, options);
  try {
    return await use(engine);
  } catch (error) {
    throw new Failure(describe(takePanic() ?? error?.message ?? String(error)));
  } finally {
    await close();
  }
}

// The engine's message ends with where in its own source it happened.
function describe(text) {
  const [message] = text.split(/\n\s*0: /);
  const migration = /migration_name="([^"]+)"/.exec(text)?.[1];
  if (!migration) return message.trim();
  return `Migration ${migration} failed: ${message.slice(message.indexOf("ERROR:")).replace("ERROR: ", "").trim().replace(/\s*\n\s*/g, " ")}`;
}

async function withTemporaryDatabase(use) {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "tns-migration-"));
  try {
    const server = await startPostgres({ dataDir });
    return await use(server.url).finally(server.stop);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

function diff(databaseUrl, migrations, schema) {
  const from = migrations.migrationDirectories.length === 0 ? { tag: "empty" } : { tag: "migrations", ...migrations };
  const to = { tag: "schemaDatamodel", files: [schema] };
  return withEngine(databaseUrl, { schema }, async (engine) => {
    const { exitCode, stdout } = await engine.diff({ from, to, script: true, exitCode: true, filters: noFilters });
    return exitCode === 2 ? stdout : undefined;
  });
}

async function writeMigration(baseDir, name, script) {
  await mkdir(path.join(baseDir, name), { recursive: true });
  await writeFile(path.join(baseDir, name, "migration.sql"), script);
  await writeFile(path.join(baseDir, lockfile), '# Read by Prisma. Keep it in version control.\nprovider = "postgresql"\n');
}

async function main() {
  exitOnSignals();
  const { values } = parseArgs({
    options: { create: { type: "string" }, empty: { type: "boolean" }, status: { type: "boolean" } },
  });
  if (values.create !== undefined) return printCreated(await createMigration(values.create, { empty: values.empty }));
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) throw new Failure("Set DATABASE_URL to the database that is to be migrated (the demo's own is migrated by npm start).");
  if (values.status) return printStatus(await migrationStatus(databaseUrl));
  const applied = await migrate(databaseUrl);
  console.log(applied.length === 0 ? "Nothing to migrate." : `Applied: ${applied.join(", ")}`);
}

function printCreated(created) {
  if (!created) return console.log("The schema has not changed: no migration written.");
  console.log(`Written: prisma/migrations/${created.name}/migration.sql`);
  const losses = created.script.split("\n").filter((line) => /\bDROP (TABLE|COLUMN)\b|SET DATA TYPE/.test(line));
  for (const line of losses) console.log(`Loses data: ${line.trim()}`);
}

function printStatus(status) {
  const lines = Object.entries(status).filter(([, names]) => names.length > 0);
  for (const [state, names] of lines) console.log(`${state}: ${names.join(", ")}`);
  if (lines.length === 0) console.log("The database is up to date.");
  else process.exitCode = 1;
}

if (isMain(import.meta.url)) await runMain(main);
