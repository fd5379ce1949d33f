import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { root } from "../../../lib/launcher/paths.mjs";
import { freshDatabase } from "../../setup/fresh-database";

async function run(command: "seed-province" | "start", args: string[], settings: Record<string, string> = {}) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "tns-province-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const env = { PATH: process.env.PATH, DATA_DIR: folder, ...settings };
  const child = spawn(process.execPath, [path.join(root, `lib/launcher/${command}.mjs`), ...args], { cwd: root, env: env as unknown as NodeJS.ProcessEnv });
  onTestFinished(() => void child.kill());
  let stderr = "";
  child.stderr.on("data", (chunk) => (stderr += chunk));
  const code = await new Promise((resolve) => child.once("close", resolve));
  return { code, stderr };
}

test("a misspelt option builds nothing", async () => {
  expect(await run("seed-province", ["--chek"])).toEqual({ code: 1, stderr: "✘ Unknown option --chek: npm run seed:province knows --check, --reform and --fresh.\n" });
});

test("a province that was never built is neither compared nor served", async () => {
  const sentence = "✘ There is no province of 2023 yet: npm run seed:province builds it.\n";
  expect(await run("seed-province", ["--check"])).toEqual({ code: 1, stderr: sentence });
  expect(await run("start", ["--province-2023"])).toEqual({ code: 1, stderr: sentence });
});

test("a database that holds something is left alone", async () => {
  const database = await freshDatabase();
  onTestFinished(() => database.drop());
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query("insert into province (id, code, name, feed_epoch) values (gen_random_uuid(), '52', 'Bình Định', gen_random_uuid())");
  const secrets = Object.fromEntries(["NEXTAUTH_SECRET", "DATA_KEY", "HASH_KEY"].map((name) => [name, randomBytes(32).toString("base64")]));
  const { code, stderr } = await run("seed-province", [], { DATABASE_URL: database.url, ...secrets });
  expect([code, stderr]).toEqual([1, "✘ The database that DATABASE_URL names holds something already: the province of 2023 needs an empty one.\n"]);
  expect((await client.query("select from province")).rowCount).toBe(1);
  await client.end();
});
