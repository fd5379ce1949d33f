import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

/**
 * The migrations of a project in the form that the schema engine reads.
 *
 * @param {string} prismaFolder holds `schema.prisma` and `migrations/`
 */
export async function readMigrations(prismaFolder) {
  const baseDir = path.join(prismaFolder, "migrations");
  const entries = await readdir(baseDir, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  return {
    baseDir,
    lockfile: { path: lockfile, content: await readFile(path.join(baseDir, lockfile), "utf8").catch(() => null) },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(names.map((name) => readMigration(baseDir, name))),
  };
}

export async function readSchema(prismaFolder) {
  const file = path.join(prismaFolder, "schema.prisma");
  return { path: file, content: await readFile(file, "utf8") };
}

export const lockfile = "migration_lock.toml";

async function readMigration(baseDir, name) {
  const content = await readFile(path.join(baseDir, name, "migration.sql"), "utf8").then(
    (value) => ({ tag: "ok", value }),
    (error) => ({ tag: "error", value: error.message }),
  );
  return { path: name, migrationFile: { path: "migration.sql", content } };
}
