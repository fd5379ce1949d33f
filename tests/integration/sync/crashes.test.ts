import { expect, it } from "vitest";
import { createMortalWorld } from "@/tests/sync/mortal-server";
import { runSchedules } from "@/tests/sync/run-schedules";

const runs = 12;

it("loses nothing when the server process and PostgreSQL are killed in the middle of traffic", { timeout: 15 * 60_000 }, async () => {
  const world = await createMortalWorld();
  const failedSeeds: string[] = [];
  try {
    const seeds = Array.from({ length: runs }, (_, index) => 9_000 + index);
    const totals = await runSchedules({ seeds, world, report: (line) => failedSeeds.push(line), atOnce: 1 });
    expect(totals, failedSeeds.join("\n")).toEqual({ runs, lost: 0, duplicated: 0, stuck: 0 });
  } finally {
    await world.close();
  }
});
