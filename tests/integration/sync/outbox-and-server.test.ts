import { expect, it } from "vitest";
import { freshDatabase } from "@/tests/setup/fresh-database";
import { runInProcesses } from "@/tests/sync/run-in-processes";

const runs = 300;

it("brings everything that was saved to the server once, whatever network, kills and clocks do", { timeout: 20 * 60_000 }, async () => {
  const databases = await Promise.all([freshDatabase(), freshDatabase()]);
  const failedSeeds: string[] = [];
  try {
    const urls = databases.map(({ url }) => url);
    const report = (line: string) => void (line.startsWith("seed") && failedSeeds.push(line));
    const totals = await runInProcesses(urls, { first: 1, runs, report });
    expect(totals, failedSeeds.join("\n")).toEqual({ runs, lost: 0, duplicated: 0, stuck: 0 });
  } finally {
    for (const { drop } of databases) await drop();
  }
});
