import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import net from "node:net";
import path from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { freePort } from "../../../lib/launcher/ports.mjs";
import { temporaryFolder } from "./temporary-folder";

const root = path.resolve(import.meta.dirname, "../../..");

/** Runs `npm start` on a data folder of its own until it ends. Only for starts that are refused. */
async function start(args: string[], settings: Record<string, string>) {
  const env = { PATH: process.env.PATH, PORT: String(await freePort()), DATA_DIR: await temporaryFolder(), ...settings };
  const child = spawn(process.execPath, [path.join(root, "lib/launcher/start.mjs"), ...args], { cwd: root, env: env as unknown as NodeJS.ProcessEnv });
  onTestFinished(() => void child.kill());
  let stderr = "";
  child.stderr.on("data", (chunk) => (stderr += chunk));
  const code = await new Promise((resolve) => child.once("close", resolve));
  return { code, stderr };
}

const goodSecrets = () => ({
  NEXTAUTH_SECRET: randomBytes(48).toString("base64"),
  DATA_KEY: randomBytes(32).toString("base64"),
  HASH_KEY: randomBytes(32).toString("base64"),
});

test.each([
  ["a missing secret", { NEXTAUTH_SECRET: "" }, "NEXTAUTH_SECRET"],
  ["a short secret", { NEXTAUTH_SECRET: "h7Gq2" }, "NEXTAUTH_SECRET"],
  ["a secret from an example", { NEXTAUTH_SECRET: "change-me-change-me-change-me-change-me" }, "NEXTAUTH_SECRET"],
  ["a data key of zeros", { DATA_KEY: Buffer.alloc(32).toString("base64") }, "DATA_KEY"],
  ["a hash key that is no key", { HASH_KEY: "my hash key" }, "HASH_KEY"],
])("outside the demo %s is refused with one sentence", async (_what, wrong, name) => {
  const { code, stderr } = await start([], { DATABASE_URL: inject("postgresUrl"), ...goodSecrets(), ...wrong });
  expect(code).toBe(1);
  expect(stderr).toMatch(new RegExp(`^✘ ${name} [^\\n]+\\n$`));
});

test("a port that is taken is named", async () => {
  const other = net.createServer();
  await new Promise<void>((resolve) => other.listen(0, resolve));
  onTestFinished(() => void other.close());
  const port = (other.address() as net.AddressInfo).port;
  const { code, stderr } = await start([], { PORT: String(port) });
  expect(code).toBe(1);
  expect(stderr).toBe(`✘ Port ${port} is already in use: stop the other program or choose another port, for example PORT=${port + 1} npm start.\n`);
});

test("a database that does not answer is named without its password", async () => {
  const { code, stderr } = await start([], { DATABASE_URL: "postgresql://me:hunter2@127.0.0.1:1/tns", ...goodSecrets() });
  expect(code).toBe(1);
  expect(stderr).toBe("✘ The database at 127.0.0.1:1 can't be reached (ECONNREFUSED): check DATABASE_URL and that the server runs.\n");
});

test("--fresh does not touch a database of somebody else's", async () => {
  const { code, stderr } = await start(["--fresh"], { DATABASE_URL: inject("postgresUrl") });
  expect(code).toBe(1);
  expect(stderr).toContain("nothing was removed");
});

test("a misspelt option starts nothing", async () => {
  expect(await start(["--frehs"], {})).toEqual({ code: 1, stderr: "✘ Unknown option --frehs: npm start knows --fresh, --https and --province-2023.\n" });
});
