import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { test as base } from "playwright/test";
import { inRoot, root } from "../../lib/launcher/paths.mjs";
import { freePort } from "../../lib/launcher/ports.mjs";
import { copyDemoDatabase } from "./demo-database";

/** The production build, served, with a database of its own that holds the demo's data. */
export type App = {
  readonly origin: string;
  readonly databaseUrl: string;
  /** SIGKILL: the server is gone at once, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Again after `kill`, on the same port with the same database. */
  start(): Promise<void>;
  /** For good: the database goes too. */
  stop(): Promise<void>;
};

/** Settings of the deployment, beside those of a demo: `test.use({ settings: { NAME: "value" } })`. */
export type Settings = Readonly<Record<string, string>>;

/** Tests of one app each: `app` runs, and pages open its addresses by their path. */
export const test = base.extend<{ app: App; settings: Settings }>({
  settings: [{}, { option: true }],
  app: async ({ settings, browser }, use) => {
    const app = await startApp(settings);
    await use(app);
    for (const context of browser.contexts()) await context.close(); // other people's phones and desks go on asking for news
    await app.stop();
  },
  baseURL: async ({ app }, use) => use(app.origin),
});

export { expect } from "playwright/test";

export async function startApp(settings: Settings = {}): Promise<App> {
  const port = await freePort();
  const database = await copyDemoDatabase();
  const origin = `http://127.0.0.1:${port}`;
  let server = await serve(port, database.url, settings);
  const kill = () => end(server);
  return {
    origin,
    databaseUrl: database.url,
    kill,
    start: async () => void (server = await serve(port, database.url, settings)),
    stop: async () => {
      await kill();
      await database.drop();
    },
  };
}

async function serve(port: number, databaseUrl: string, settings: Settings): Promise<ChildProcess> {
  const child = spawn(process.execPath, [inRoot("node_modules/next/dist/bin/next"), "start", "--port", String(port), "--hostname", "127.0.0.1"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", DEMO: "1", DATABASE_URL: databaseUrl, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const leave = () => child.kill("SIGKILL");
  process.once("exit", leave);
  child.once("exit", () => process.removeListener("exit", leave));
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += String(chunk)));
  while (!(await isHealthy(port))) {
    if (child.exitCode !== null) throw new Error(`The server did not start:\n${output}`);
    await pause(50);
  }
  return child;
}

async function isHealthy(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined);
  return answer?.ok === true;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}
