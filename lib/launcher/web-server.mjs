import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { Failure } from "./failure.mjs";
import { inRoot, root } from "./paths.mjs";
import { requireFreePort } from "./ports.mjs";

/**
 * Starts Next and waits until it answers.
 *
 * @param {{ port: number, hostname?: string, dev?: boolean, env: NodeJS.ProcessEnv }} options without `hostname`
 *   it listens on every address
 */
export async function startWebServer({ port, hostname, dev = false, env }) {
  await requireFreePort(port);
  const args = [dev ? "dev" : "start", "--port", String(port)];
  if (hostname) args.push("--hostname", hostname);
  if (!dev) args.push("--keepAliveTimeout", "75000"); // longer than proxies keep a connection for the next request
  const child = spawnNext(args, { dev, env });
  let running = true;
  const exited = new Promise((resolve) => child.once("close", resolve).once("error", resolve)).then(() => void (running = false));
  const stop = () => end(child, exited, () => running);
  child.stdout?.resume(); // its greeting names other addresses than ours: what it says is shown from when it answers
  while (running && !(await answers(port))) await Promise.race([sleep(50), exited]);
  if (!running) throw new Failure("The web server did not start: its messages are above.");
  child.stdout?.pipe(process.stdout, { end: false });
  return { exited, stop };
}

function spawnNext(args, { dev, env }) {
  const preload = pathToFileURL(inRoot("lib/launcher/follow-parent.mjs")).href;
  const child = spawn(process.execPath, ["--import", preload, inRoot("node_modules/next/dist/bin/next"), ...args], {
    cwd: root,
    env: { ...process.env, ...env, NODE_ENV: dev ? "development" : "production", LAUNCHER_PID: String(process.pid) },
    stdio: ["ignore", dev ? "inherit" : "pipe", "inherit", "ipc"],
    detached: process.platform !== "win32", // Ctrl-C reaches the launcher only, which ends things in order
    windowsHide: true,
  });
  return child;
}

async function answers(port) {
  const request = { method: "HEAD", redirect: "manual", signal: AbortSignal.timeout(60_000) };
  return fetch(`http://127.0.0.1:${port}/`, request).then(() => true, () => false);
}

async function end(child, exited, isRunning) {
  for (const [signal, patience] of [["SIGTERM", 5_000], ["SIGKILL", 2_000]]) {
    if (!isRunning()) return;
    child.kill(signal);
    await Promise.race([exited, sleep(patience, undefined, { ref: false })]);
  }
}
