import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Failure } from "./failure.mjs";
import { dataFolder, root } from "./paths.mjs";
import { runTypeScript } from "./run.mjs";
import { demoSecrets, demoSecretsFile } from "./secrets.mjs";

/**
 * Reads .env files as Next does, so that launcher and application see the same settings. Without DATABASE_URL,
 * or with DEMO=1, this is a demonstration with invented people.
 *
 * @returns {{ databaseUrl?: string, isDemo: boolean }}
 */
export function readSettings({ dev = false } = {}) {
  const { loadEnvConfig } = createRequire(import.meta.url)("@next/env");
  loadEnvConfig(root, dev, { info: () => {}, error: (message) => console.error(message) });
  const databaseUrl = process.env.DATABASE_URL || undefined;
  return { databaseUrl, isDemo: databaseUrl === undefined || /^(1|true|yes)$/i.test(process.env.DEMO ?? "") };
}

/** What the application gets beside what is set already. Outside the demo nothing is made up: a missing or weak secret fails. */
export async function applicationSettings({ databaseUrl, isDemo }) {
  const settings = { NEXT_TELEMETRY_DISABLED: "1", ...(isDemo && { DEMO: "1", ...(await demoSecrets(process.env)) }) };
  if (!isDemo) await checkEnvironment({ ...settings, DATABASE_URL: databaseUrl });
  return settings;
}

async function checkEnvironment(env) {
  const { code, output } = await runTypeScript("lib/launcher/check-environment.ts", { env });
  if (code !== 0) throw new Failure(output.trim());
}

export const clusterFolder = () => path.join(dataFolder(), "postgres");

/** The demo database is written with the demo's secrets: without them nothing in it can be read. */
export function requireSecretsOfCluster() {
  if (existsSync(clusterFolder()) && !existsSync(demoSecretsFile())) {
    throw new Failure(`The demo's secrets are gone (${demoSecretsFile()}), so its data can't be read: run npm start -- --fresh.`);
  }
}
