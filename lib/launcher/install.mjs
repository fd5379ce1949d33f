import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { requireSpace } from "./disk.mjs";
import { Failure, failureFromOutput } from "./failure.mjs";
import { inRoot, root } from "./paths.mjs";
import { step } from "./progress.mjs";
import { runNpm } from "./run.mjs";

/**
 * Installs the dependencies of package-lock.json unless they are there. Install scripts stay off: those of
 * Prisma fetch programs from outside npm, which takes minutes to fail in a closed network, and what the
 * database needs is done when it is first started.
 */
export async function ensureDependencies() {
  if (await areInstalled()) return;
  await step("Installing dependencies", "Dependencies installed", async () => {
    await requireSpace(root, 1500);
    const { code, output } = await runNpm(["ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund"]).catch(explainMissingNpm);
    if (/ENOSPC/.test(output)) await forgetInstallation(); // npm calls it a success
    if (code !== 0 || /ENOSPC/.test(output)) throw failureFromOutput(output, `The dependencies could not be installed: ${reasonOf(output)}`);
  });
}

// npm notes there what it has installed, at the very end.
const installedPackages = "node_modules/.package-lock.json";
const forgetInstallation = () => rm(inRoot(installedPackages), { force: true });

async function areInstalled() {
  const [wanted, present] = await Promise.all([readPackages("package-lock.json"), readPackages(installedPackages)]);
  if (!present || !existsSync(inRoot("node_modules/next/package.json"))) return false;
  return Object.entries(wanted).every(([place, { version, optional, devOptional }]) => {
    if (place === "") return true;
    const found = present[place];
    return found ? found.version === version : optional || devOptional;
  });
}

async function readPackages(file) {
  try {
    return JSON.parse(await readFile(inRoot(file), "utf8")).packages;
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

function explainMissingNpm(error) {
  if (error.code === "ENOENT") throw new Failure("npm was not found: install Node.js with npm from https://nodejs.org.");
  throw error;
}

function reasonOf(output) {
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET|network/i.test(output)) {
    return "the npm registry can't be reached; check the network or npm's proxy and registry settings.";
  }
  const line = output.split("\n").find((text) => /^npm (error|ERR!) (?!code)/.test(text));
  return line?.replace(/^npm (error|ERR!) /, "") ?? "npm ci failed; run it by hand to see why.";
}
