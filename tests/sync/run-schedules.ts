import { runSchedule } from "./schedule";
import type { World } from "./world";

export type Totals = { runs: number; lost: number; duplicated: number; stuck: number };

export type Run = {
  readonly seeds: readonly number[];
  readonly world: World;
  report(line: string): void;
  /** Schedules under way at the same time. */
  readonly atOnce?: number;
};

/** Runs the schedules of some seeds, and says of each that failed how to repeat it. */
export async function runSchedules({ seeds, world, report, atOnce = 3 }: Run): Promise<Totals> {
  const totals: Totals = { runs: 0, lost: 0, duplicated: 0, stuck: 0 };
  const left = [...seeds];
  const work = async () => {
    for (let seed = left.shift(); seed !== undefined; seed = left.shift()) {
      const { lost, duplicated, stuck } = await runSchedule(seed, world).catch(asFailure);
      totals.runs += 1;
      totals.lost += lost.length;
      totals.duplicated += duplicated.length;
      totals.stuck += stuck.length;
      const problems = [...lost, ...duplicated, ...stuck];
      if (problems.length > 0) report(`seed ${seed} (npm run check:sync -- --runs 1 --seed ${seed}):\n  ${problems.join("\n  ")}`);
      if (totals.runs % 100 === 0) report(`${totals.runs} of ${seeds.length} done`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return totals;
}

/** A schedule that breaks off has not shown that anything arrived. */
function asFailure(cause: unknown) {
  return { lost: [], duplicated: [], stuck: [`broke off: ${(cause as Error).stack ?? String(cause)}`] };
}
