import { randomBytes } from "node:crypto";
import { access, chown, mkdir, readFile, readlink, rename, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { requireSpace } from "./disk.mjs";
import { failureFromOutput } from "./failure.mjs";
import { canReach, postgresBinaries, sharedFolder } from "./postgres-binaries.mjs";
import { run } from "./run.mjs";

/** Who owns a cluster that we make; the password is in its folder, readable by whoever made it. */
export const owner = "tns_owner";
export const readPassword = (folder) => readFile(passwordFile(folder), "utf8");
const passwordFile = (folder) => path.join(folder, "owner-password");

/** The folder itself, or what stands in for it where the server's user can't reach it (see `postgresBinaries`). */
export async function placeFor(dataDir) {
  if (await exists(dataDir)) return targetOf(dataDir);
  await mkdir(path.dirname(dataDir), { recursive: true });
  const { user } = await postgresBinaries();
  if (user.uid === undefined || canReach(path.dirname(dataDir), user)) return dataDir;
  const place = path.join(sharedFolder, `data-${randomBytes(6).toString("hex")}`);
  await mkdir(sharedFolder, { recursive: true, mode: 0o755 });
  await rm(dataDir, { force: true }); // a link whose target is gone
  await symlink(place, dataDir);
  return place;
}

export const targetOf = (dataDir) => readlink(dataDir).catch(() => dataDir);

/** Makes a cluster where there is none. It appears whole or not at all: it is made beside its place and then renamed. */
export async function ensureCluster(folder) {
  if (await exists(path.join(folder, "PG_VERSION"))) return;
  const { initdb, user } = await postgresBinaries();
  const draft = `${folder}.new`;
  const draftPassword = `${folder}.password`;
  const password = randomBytes(24).toString("base64url");
  await requireSpace(folder, 200);
  try {
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { recursive: true, mode: 0o700 });
    await writeFile(draftPassword, password, { mode: 0o600 });
    if (user.uid !== undefined) await Promise.all([draft, draftPassword].map((file) => chown(file, user.uid, user.gid)));
    await initialise(initdb, [`--pgdata=${draft}`, `--pwfile=${draftPassword}`, ...clusterSettings], user);
    await writeFile(passwordFile(draft), password, { mode: 0o600 });
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  } finally {
    await rm(draftPassword, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

// The built-in locale folds Vietnamese letters the same way on every machine; it sorts by code point.
const clusterSettings = [
  `--username=${owner}`,
  "--auth=scram-sha-256",
  "--encoding=UTF8",
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--no-instructions",
];

async function initialise(initdb, args, user) {
  const { code, output } = await run(initdb, args, { ...user, cwd: "/", detached: process.platform !== "win32" });
  if (code !== 0) throw failureFromOutput(output, `The built-in database could not be set up: ${lastLine(output)}`);
}

const exists = (file) => access(file).then(() => true, () => false);

/** What a program of PostgreSQL said last. */
export const lastLine = (text) => text.trim().split("\n").at(-1)?.replace(/^.*?(FATAL|ERROR|error): */, "") ?? "";
