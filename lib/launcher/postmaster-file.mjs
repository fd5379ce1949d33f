import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";

/**
 * The file that a running PostgreSQL keeps in its data folder, and that a killed one leaves behind.
 *
 * @returns {Promise<{ pid: number, port: number, ready: boolean } | undefined>}
 */
export async function readPostmasterFile(dataDir) {
  const text = await readFile(postmasterFile(dataDir), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split("\n");
  return { pid: Math.abs(Number(lines[0])), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

/** The process id of the server that runs on a data folder, if there is one. */
export async function findServer(dataDir) {
  const file = await readPostmasterFile(dataDir);
  return file?.pid && isServerOf(dataDir, file.pid) ? file.pid : undefined;
}

/**
 * Only for a folder on which no server runs. After a power cut the number in the file may belong to another
 * program, and PostgreSQL, which only looks whether such a process exists, would refuse to start for ever.
 */
export const removePostmasterFile = (dataDir) => rm(postmasterFile(dataDir), { force: true });

const postmasterFile = (dataDir) => path.join(dataDir, "postmaster.pid");

function isServerOf(dataDir, pid) {
  try {
    const command = commandOf(pid);
    return process.platform === "win32" ? /^"?postgres/i.test(command) : command.includes(dataDir);
  } catch {
    return false; // no such process
  }
}

function commandOf(pid) {
  const options = { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] };
  if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  if (process.platform === "win32") return execFileSync("tasklist", ["/fi", `PID eq ${pid}`, "/fo", "csv", "/nh"], options);
  return execFileSync("ps", ["-o", "args=", "-p", String(pid)], options);
}
