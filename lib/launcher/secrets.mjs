import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { Failure } from "./failure.mjs";
import { dataFolder } from "./paths.mjs";

/** The demo's own random secrets, made once and readable by their owner only; what the environment sets stands above them. */
export async function demoSecrets(environment) {
  const stored = (await readStored()) ?? (await makeStored());
  return Object.fromEntries(Object.entries(stored).map(([name, value]) => [name, environment[name] || value]));
}

export const demoSecretsFile = () => path.join(dataFolder(), "secrets.json");

async function readStored() {
  try {
    return JSON.parse(await readFile(demoSecretsFile(), "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw new Failure(`${demoSecretsFile()} can't be read (${error.code ?? "not JSON"}): repair it, or remove it and run npm start -- --fresh.`);
  }
}

async function makeStored() {
  const secrets = {
    NEXTAUTH_SECRET: randomBytes(48).toString("base64"),
    DATA_KEY: randomBytes(32).toString("base64"),
    HASH_KEY: randomBytes(32).toString("base64"),
  };
  await mkdir(dataFolder(), { recursive: true });
  await writeFile(demoSecretsFile(), JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}
