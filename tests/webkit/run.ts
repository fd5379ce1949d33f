import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { Failure, runMain } from "@/lib/launcher/failure.mjs";
import { openSeal, serverKey } from "@/lib/server/crypto/server-key";
import { openBrowser, type Browser } from "./drive";
import { ensureWebKit } from "./ensure-webkit";
import type { Outcome, SealedForServer } from "./page/checks";
import { servePages } from "./serve";

process.env.DATABASE_URL ??= "postgresql://nobody@localhost/none";
for (const name of ["NEXTAUTH_SECRET", "DATA_KEY", "HASH_KEY"]) process.env[name] = randomBytes(32).toString("base64");

/**
 * npm run check:webkit: the phone's storage and keys in WebKitGTK, which shares engine and storage code with the
 * browser of every iPhone. Ends with `webkit passed=N failed=0`.
 */
const longestSilenceMs = 120_000;

await runMain(async () => {
  const webkit = await ensureWebKit();
  const pages = await servePages();
  const total = { passed: 0, failed: 0 };
  const tell = ({ name, problem }: Outcome) => {
    total[problem === undefined ? "passed" : "failed"] += 1;
    console.log(problem === undefined ? `✓ ${name}` : `✘ ${name}\n    ${problem.split("\n").slice(0, 12).join("\n    ")}`);
  };
  try {
    const browser = await openBrowser(webkit);
    try {
      const visit = (page: string) => follow(browser, `${pages.origin}/${page}`, tell);
      await visit("unit-tests");
      await visit(`first-visit?serverKey=${encodeURIComponent(JSON.stringify(serverKey()))}`);
      tell(openedByServer(await browser.run<SealedForServer | null>("return window.sealedForServer ?? null;")));
      await visit("later-visit");
    } finally {
      await browser.close();
    }
  } finally {
    pages.close();
  }
  console.log(`webkit passed=${total.passed} failed=${total.failed}`);
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
});

/** What WebKit sealed, the server's own code opens. */
function openedByServer(row: SealedForServer | null): Outcome {
  const name = "the server opens what was sealed to it";
  try {
    const command = row && (openSeal(row.commandId, row.ownerId, Uint8Array.from(row.sealed)) as { readonly id?: string });
    return command?.id === row?.commandId && row ? { name } : { name, problem: "It is another command, or none." };
  } catch (cause) {
    return { name, problem: String(cause) };
  }
}

/** Opens a page and tells what comes of its checks, as it comes. */
async function follow(browser: Browser, address: string, tell: (outcome: Outcome) => void): Promise<void> {
  await browser.goTo(address);
  let heardAt = Date.now();
  for (;;) {
    const { outcomes, finished } = await browser.run<{ outcomes: Outcome[]; finished: boolean }>(
      "const finished = window.finished === true; return { finished, outcomes: (window.outcomes ?? []).splice(0) };",
    );
    if (outcomes.length > 0) heardAt = Date.now();
    outcomes.forEach(tell);
    if (finished) return;
    if (Date.now() - heardAt > longestSilenceMs) throw new Failure(`WebKit told nothing of ${new URL(address).pathname} any more.`);
    await pause(200);
  }
}
