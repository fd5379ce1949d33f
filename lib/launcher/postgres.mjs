import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure, failureFromOutput } from "./failure.mjs";
import { freePort } from "./ports.mjs";
import { postgresBinaries } from "./postgres-binaries.mjs";
import { ensureCluster, lastLine, owner, placeFor, readPassword, targetOf } from "./postgres-cluster.mjs";
import { findServer, readPostmasterFile, removePostmasterFile } from "./postmaster-file.mjs";
import { run } from "./run.mjs";

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
  await ensureCluster(folder);
  if ((await findServer(folder)) !== undefined) throw inUse(folder);
  await removePostmasterFile(folder);
  const server = await launch(folder, port ?? (await freePort()));
  return { ...server, url: `postgresql://${owner}:${await readPassword(folder)}@127.0.0.1:${server.port}/${database}` };
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

const logFile = (folder) => path.join(folder, "server.log");

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
    return void (await run(pgCtl, ["stop", "-D", folder, "-m", "fast", "-w"]));
  }
  for (const [signal, patience] of [["SIGINT", 30_000], ["SIGQUIT", 5_000], ["SIGKILL", 5_000]]) {
    if (await hasEnded()) return;
    process.kill(pid, signal);
    for (const deadline = Date.now() + patience; Date.now() < deadline && !(await hasEnded()); ) await sleep(20);
  }
}

const inUse = (folder) => new Failure(`Another database server is running in ${folder}: stop it first.`);

function startFailure(folder, output) {
  const reason = output.split("\n").find((line) => /FATAL/.test(line)) ?? output;
  return failureFromOutput(output, `The built-in database did not start: ${lastLine(reason)} (log: ${logFile(folder)})`);
}
