import { existsSync } from "node:fs";
import { findChromium } from "../../tests/setup/chromium.mjs";
import { Failure } from "./failure.mjs";
import { inRoot } from "./paths.mjs";
import { step } from "./progress.mjs";
import { run, runNode } from "./run.mjs";

/** The path of a Chromium for the browser tests; installs one where that can be done without asking. */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  await step("Installing Chromium for the browser tests", "Chromium installation tried", installChromium);
  const installed = await findChromium();
  if (installed) return installed;
  throw new Failure("The browser tests need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to its program.");
}

async function installChromium() {
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    const options = { env: { DEBIAN_FRONTEND: "noninteractive" }, endsWith: "SIGTERM" };
    await run("apt-get", ["update", "-qq"], options);
    const { code } = await run("apt-get", ["install", "-y", "-qq", "chromium"], options);
    if (code === 0) return;
  }
  await runNode([inRoot("node_modules/playwright/cli.js"), "install", "chromium"]);
}
