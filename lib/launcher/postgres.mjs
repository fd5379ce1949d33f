import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, openSync } from "node:fs";
import { access, chown, mkdir, readFile, readlink, rename, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { requireSpace } from "./disk.mjs";
import { Failure, failureFromOutput } from "./failure.mjs";
import { freePort } from "./ports.mjs";
import { canReach, postgresBinaries, sharedFolder } from "./postgres-binaries.mjs";
import { findServer, readPostmasterFile, removePostmasterFile } from "./postmaster-file.mjs";

/**
 * @typedef {object} PostgresServer
 * @property {string} url connection string of the asked database as the cluster's owner
 * @property {number} port
 * @property {Promise<void>} exited settles when the server has ended, for whatever reason
 * @property {() => Promise<void>} stop ends connections, writes everything down, ends the server
 * @property {() => Promise<void>} kill SIGKILL, like a power cut: for crash tests
 */

/**
 * Starts a real PostgreSQL server, from npm, on 127.0.0.1 only.
 *
 * @param {{ dataDir: string, port?: number, database?: string }} options `dataDir` is made when it is missing;
 *   without `port` a free one is taken; `database` is only the name in the url
 * @returns {Promise<PostgresServer>}
 */
export async function startPostgres({ dataDir, port, database = "postgres" }) {
  const folder = await placeFor(path.resolve(dataDir));
  if (!(await exists(path.join(folder, "PG_VERSION")))) await createCluster(folder);
  if ((await findServer(folder)) !== undefined) throw inUse(folder);
  await removePostmasterFile(folder);
  const server = await launch(folder, port ?? (await freePort()));
  const password = await readFile(passwordFile(folder), "utf8");
  return { ...server, url: `postgresql://${owner}:${password}@127.0.0.1:${server.port}/${database}` };
}

/** Ends a server that was left behind by a launcher that was killed. */
export async function stopAbandonedServer(dataDir) {
  const folder = await targetOf(path.resolve(dataDir));
  const pid = await findServer(folder);
  if (pid !== undefined) await shutDown(folder, pid, () => findServer(folder).then((running) => running === undefined));
}

/** Removes a cluster on which no server runs. */
export async function removeCluster(dataDir) {
  const folder = await targetOf(path.resolve(dataDir));
  if ((await findServer(folder)) !== undefined) throw inUse(folder);
  await rm(folder, { recursive: true, force: true });
  await rm(path.resolve(dataDir), { recursive: true, force: true });
}

const owner = "tns_owner";
const passwordFile = (folder) => path.join(folder, "owner-password");
const logFile = (folder) => path.join(folder, "server.log");

/** The folder itself, or what stands in for it where the server's user can't reach it (see `postgresBinaries`). */
async function placeFor(dataDir) {
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

const targetOf = (dataDir) => readlink(dataDir).catch(() => dataDir);

/** A cluster appears whole or not at all: it is made beside its place and then renamed. */
async function createCluster(folder) {
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
    await run(initdb, [`--pgdata=${draft}`, `--pwfile=${draftPassword}`, ...clusterSettings], user);
    await writeFile(passwordFile(draft), password, { mode: 0o600 });
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  } finally {
    await rm(draftPassword, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

// The built-in locale sorts and folds Vietnamese the same way on every machine.
const clusterSettings = [
  `--username=${owner}`,
  "--auth=scram-sha-256",
  "--encoding=UTF8",
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--no-instructions",
];

const serverSettings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  max_connections: "100",
  timezone: "UTC",
  log_timezone: "UTC",
  lc_messages: "C",
};

async function launch(folder, port) {
  // After a SIGKILL of the server its helpers need a moment to notice and leave.
  for (const deadline = Date.now() + 15_000; ; await sleep(200)) {
    const attempt = await launchOnce(folder, port);
    if (attempt.server) return attempt.server;
    if (!/pre-existing shared memory block/.test(attempt.output) || Date.now() > deadline) throw startFailure(folder, attempt.output);
  }
}

async function launchOnce(folder, port) {
  const { postgres, user } = await postgresBinaries();
  const settings = Object.entries({ ...serverSettings, port }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  await rename(logFile(folder), `${logFile(folder)}.old`).catch(() => {});
  const log = openSync(logFile(folder), "w");
  // Detached: Ctrl-C in the terminal reaches the launcher only, which ends the web server first.
  const options = { ...user, cwd: "/", stdio: ["ignore", log, log], detached: process.platform !== "win32", windowsHide: true };
  const child = spawn(postgres, ["-D", folder, ...settings], options);
  closeSync(log);
  let running = true;
  const exited = new Promise((resolve) => child.once("close", resolve).once("error", resolve)).then(() => void (running = false));
  const isReady = async () => {
    const file = await readPostmasterFile(folder);
    return file?.pid === child.pid && file.ready;
  };
  while (running && !(await isReady())) await Promise.race([sleep(20), exited]);
  if (!running) return { output: await readFile(logFile(folder), "utf8") };
  void exited.then(endWithUs(child));
  const stop = () => shutDown(folder, child.pid, () => !running);
  const kill = () => (child.kill("SIGKILL"), exited);
  return { server: { port, exited, stop, kill } };
}

/**
 * Who started the server and ends without `stop` (killed, or Ctrl-C in a test run) must not leave it behind: a guard
 * that hears our end of its input close tells it to shut down. Returns what sends the guard away.
 */
function endWithUs({ pid }) {
  if (process.platform === "win32") return () => {};
  const guard = spawn("/bin/sh", ["-c", 'read -r _; kill -INT "$0"', String(pid)], { stdio: ["pipe", "ignore", "ignore"], detached: true });
  guard.unref();
  guard.stdin.unref();
  return () => guard.kill("SIGKILL");
}

/** PostgreSQL's fast shutdown: ends connections, rolls back what is open, writes a checkpoint. */
async function shutDown(folder, pid, hasEnded) {
  if (process.platform === "win32") {
    const { pgCtl } = await postgresBinaries();
    return run(pgCtl, ["stop", "-D", folder, "-m", "fast", "-w"], {});
  }
  for (const [signal, patience] of [["SIGINT", 30_000], ["SIGQUIT", 5_000], ["SIGKILL", 5_000]]) {
    if (await hasEnded()) return;
    process.kill(pid, signal);
    for (const deadline = Date.now() + patience; Date.now() < deadline && !(await hasEnded()); ) await sleep(20);
  }
}

function run(program, args, user) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...user, cwd: "/", stdio: ["ignore", "pipe", "pipe"], detached: process.platform !== "win32", windowsHide: true });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(failureFromOutput(output, `The built-in database could not be set up: ${lastLine(output)}`));
    });
  });
}

const exists = (file) => access(file).then(() => true, () => false);
const lastLine = (text) => text.trim().split("\n").at(-1)?.replace(/^.*?(FATAL|ERROR|error): */, "") ?? "";

const inUse = (folder) => new Failure(`Another database server is running in ${folder}: stop it first.`);

function startFailure(folder, output) {
  const reason = output.split("\n").find((line) => /FATAL/.test(line)) ?? output;
  return failureFromOutput(output, `The built-in database did not start: ${lastLine(reason)} (log: ${logFile(folder)})`);
}
