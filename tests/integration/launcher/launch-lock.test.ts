import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { temporaryFolder } from "./temporary-folder";

const module = pathToFileURL(path.resolve(import.meta.dirname, "../../../lib/launcher/launch-lock.mjs")).href;

/** Takes the lock in a process of its own, holds it for a while, and says how that went. */
function takeLock(folder: string, holdFor = 0) {
  const code = `import(${JSON.stringify(module)}).then(({ takeLaunchLock }) => takeLaunchLock()).then(() => { console.log("taken"); setTimeout(() => {}, ${holdFor}); }, (error) => console.log(error.message));`;
  const child = spawn(process.execPath, ["-e", code], { env: { ...process.env, DATA_DIR: folder } });
  const said = new Promise<string>((resolve) => child.stdout.once("data", (chunk) => resolve(String(chunk).trim())));
  return { said, child };
}

test("two launchers never hold one data folder, and the second says so", async () => {
  const folder = await temporaryFolder();
  const first = takeLock(folder, 60_000);
  expect(await first.said).toBe("taken");
  expect(await takeLock(folder).said).toBe(`Another start is already using ${folder} (process ${first.child.pid}): stop it first.`);
  first.child.kill("SIGKILL");
});

test("one that is just stopping is waited for", async () => {
  const folder = await temporaryFolder();
  expect(await takeLock(folder, 500).said).toBe("taken");
  expect(await takeLock(folder).said).toBe("taken");
});

test("a lock that a killed launcher left is taken over, also when its number now belongs to another process", async () => {
  const folder = await temporaryFolder();
  const killed = takeLock(folder, 60_000);
  await killed.said;
  const gone = new Promise((resolve) => killed.child.once("close", resolve));
  killed.child.kill("SIGKILL");
  await gone;
  const file = path.join(folder, "launcher.lock");
  const left = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify({ ...left, pid: process.pid }));
  expect(await takeLock(folder).said).toBe("taken");
});
