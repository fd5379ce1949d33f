import { spawn } from "node:child_process";
import { access, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test, vi } from "vitest";
import { withConnection } from "../../../lib/launcher/database.mjs";
import { removeCluster, startPostgres, stopAbandonedServer } from "../../../lib/launcher/postgres.mjs";
import { temporaryFolder } from "./temporary-folder";

const ask = (url: string, sql: string) => withConnection(url, async (client) => (await client.query(sql)).rows);

test("a server survives its own kill, and a leftover lock file that names another process", async () => {
  const dataDir = await temporaryFolder();
  const first = await startPostgres({ dataDir });
  await ask(first.url, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)");
  await first.kill();

  const file = path.join(dataDir, "postmaster.pid");
  await writeFile(file, (await readFile(file, "utf8")).replace(/^\d+/, String(process.pid)));
  const second = await startPostgres({ dataDir, port: first.port });
  expect(second.url).toBe(first.url);
  expect(await ask(second.url, "SELECT id FROM kept")).toEqual([{ id: 7 }]);

  await expect(startPostgres({ dataDir })).rejects.toThrow("Another database server is running");
  await expect(removeCluster(dataDir)).rejects.toThrow("Another database server is running");
  await stopAbandonedServer(dataDir);
  await second.exited;
  await removeCluster(dataDir);
  await expect(stat(dataDir)).rejects.toThrow("ENOENT");
});

test("it keeps what it has acknowledged, listens on this machine only, and lets nobody in without the password", async () => {
  const dataDir = await temporaryFolder();
  const server = await startPostgres({ dataDir });
  const names = ["fsync", "full_page_writes", "synchronous_commit", "listen_addresses", "unix_socket_directories"];
  const settings = await ask(server.url, `SELECT name, setting FROM pg_settings WHERE name IN ('${names.join("','")}')`);
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    fsync: "on",
    full_page_writes: "on",
    synchronous_commit: "on",
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
  });
  expect(await ask(server.url, "SELECT lower('ĐẶNG THỊ HƯƠNG') AS name")).toEqual([{ name: "đặng thị hương" }]);
  expect((await stat(path.join(dataDir, "owner-password"))).mode & 0o777).toBe(0o600);
  await expect(ask(server.url.replace(/:[^:@]+@/, ":guess@"), "SELECT 1")).rejects.toThrow("refuses the user or password");
  await server.stop();
});

test("it does not outlive whoever started it, however that one ended", async () => {
  const dataDir = await temporaryFolder();
  const module = pathToFileURL(path.resolve(import.meta.dirname, "../../../lib/launcher/postgres.mjs")).href;
  const code = `import(${JSON.stringify(module)}).then(({ startPostgres }) => startPostgres({ dataDir: ${JSON.stringify(dataDir)} })).then(() => console.log("up"));`;
  const starter = spawn(process.execPath, ["-e", code]);
  await new Promise((resolve) => starter.stdout.once("data", resolve));
  starter.kill("SIGKILL");
  const lockFile = path.join(dataDir, "postmaster.pid");
  await vi.waitFor(() => expect(access(lockFile)).rejects.toThrow("ENOENT"), { timeout: 20_000, interval: 100 });
});
