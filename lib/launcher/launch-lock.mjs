import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "./failure.mjs";
import { dataFolder } from "./paths.mjs";

/**
 * One launcher per data folder. The lock ends with the process, however it ends. A launcher that is just stopping
 * (npm gives the terminal back a moment early) is waited for.
 */
export async function takeLaunchLock() {
  await mkdir(dataFolder(), { recursive: true });
  const file = path.join(dataFolder(), "launcher.lock");
  const mine = JSON.stringify({ pid: process.pid, started: startOf(process.pid) });
  for (const deadline = Date.now() + 2_000; !tryWrite(file, mine); await sleep(100)) {
    const holder = read(file); // undefined while it is being written, or after a power cut
    const isHeld = holder !== undefined && holder.started === startOf(holder.pid);
    if (isHeld && Date.now() > deadline) throw new Failure(`Another start is already using ${dataFolder()} (process ${holder.pid}): stop it first.`);
    if (!isHeld && (holder || Date.now() > deadline)) rmSync(file, { force: true });
  }
  process.once("exit", () => {
    if (read(file)?.pid === process.pid) rmSync(file, { force: true });
  });
}

function tryWrite(file, content) {
  try {
    writeFileSync(file, content, { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** When a process began, or undefined when there is none: numbers alone are used again after a restart of the machine. */
function startOf(pid) {
  try {
    if (process.platform === "linux") {
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "").split(" ");
      return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${fields[19]}`;
    }
    if (process.platform !== "win32") return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
    process.kill(pid, 0);
    return "running";
  } catch {
    return undefined;
  }
}
