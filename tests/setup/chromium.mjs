import { existsSync } from "node:fs";
import { chromium } from "playwright";

/** What a browser test needs no part of: sandbox, graphics card, other protocols, its maker's services. */
export const chromiumArgs = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * The Chromium for browser tests: the one that CHROMIUM_PATH names, Playwright's own, or the system's.
 *
 * @returns {Promise<string | undefined>} undefined when there is none
 */
export async function findChromium() {
  const candidates = [process.env.CHROMIUM_PATH, chromium.executablePath(), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  return candidates.find((path) => path && existsSync(path));
}
