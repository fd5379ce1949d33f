import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { exitOnSignals, runMain } from "./failure.mjs";
import { ensureDependencies } from "./install.mjs";
import { requireNodeVersion } from "./node-version.mjs";
import { inRoot } from "./paths.mjs";
import { elapsed } from "./progress.mjs";
import { runNode, runNpm } from "./run.mjs";
import { readCounts, summary } from "./test-counts.mjs";

/** Everything that must hold, quickest first; stops at the first failure and ends with its exit code. */
async function main() {
  exitOnSignals();
  requireNodeVersion();
  await ensureDependencies();
  const { ensureChromium } = await import("./chromium.mjs");
  const { ensurePrismaClient } = await import("./generate.mjs");
  const chromium = await ensureChromium();
  await ensurePrismaClient();

  const reports = await mkdtemp(path.join(os.tmpdir(), "tns-reports-"));
  const total = { passed: 0, failed: 0, skipped: 0 };
  try {
    process.exitCode = await runStages(stages(reports, chromium), total);
  } finally {
    await rm(reports, { recursive: true, force: true });
  }
  console.log(summary(total));
}

function stages(reports, chromium) {
  const show = true;
  const report = (name) => path.join(reports, `${name}.json`);
  const vitest = (project) => ({
    report: report(project),
    run: () => runNode([inRoot("node_modules/vitest/vitest.mjs"), "run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report(project)}`], { show }),
  });
  const browser = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report("browser") };
  return [
    { name: "Lint", run: () => runNpm(["run", "--silent", "lint"], { show }) },
    { name: "Types", run: () => runNpm(["run", "--silent", "types"], { show }) },
    { name: "Unit tests", ...vitest("unit") },
    { name: "Integration tests", ...vitest("integration") },
    { name: "Production build", run: () => runNpm(["run", "--silent", "build"], { show }) },
    { name: "Browser tests", report: report("browser"), run: () => runNode([inRoot("node_modules/playwright/cli.js"), "test", "--reporter=list,json"], { show, env: browser }) },
  ];
}

async function runStages(all, total) {
  for (const { name, run, report } of all) {
    const began = Date.now();
    console.log(`\n▶ ${name}`);
    const { code } = await run();
    const counts = report ? await readCounts(report) : { passed: 0, failed: 0, skipped: 0 };
    if (code !== 0) counts.failed = Math.max(counts.failed, 1); // a stage that fails as a whole counts as one
    for (const key of Object.keys(total)) total[key] += counts[key];
    console.log(`${code === 0 ? "✔" : "✘"} ${name} (${elapsed(began)})`);
    if (code !== 0) return code;
  }
  return 0;
}

await runMain(main);
