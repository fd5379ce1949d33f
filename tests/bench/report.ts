import { parseArgs } from "node:util";
import pg from "pg";
import { addDays, LocalDate } from "../../lib/domain/time/local-date";
import { startBenchDatabase } from "./bench-database";
import { fillWithOutcomes, prepareUnits, type FilledProvince } from "./report/fill-province";
import { measurePushes } from "./report/measure-pushes";

/**
 * Annex 1 of a province with a million outcomes, drawn as of many days with the month before beside each, and with `--scale 10` beside it one with ten
 * million; then what telling the tallies costs a push of 500 entries. Ends with 1 beyond the limits.
 */
const { values } = parseArgs({ options: { scale: { type: "string", default: "1" }, outcomes: { type: "string", default: "1000000" } } });
const limits = { milliseconds: 100, growth: 1.5, tallies: 0.2 };
const draws = 100;

const { client, url, stop } = await startBenchDatabase();
try {
  const province = await prepareUnits(client);
  const sizes = [Number(values.outcomes), ...(Number(values.scale) > 1 ? [Number(values.outcomes) * Number(values.scale)] : [])];
  const p95s: number[] = [];
  for (const outcomes of sizes) {
    console.log(`Filling the province with ${outcomes} outcomes …`);
    await fillWithOutcomes(client, province, outcomes);
    const times = await drawAnnexes(province, client);
    p95s.push(p95(times));
    console.log(`annex 1 with ${outcomes} outcomes p95=${ms(p95(times))} median=${ms(p95(times, 0.5))} limit=${limits.milliseconds} ms`);
  }
  const growth = p95s.at(-1)! / p95s[0]!;
  if (sizes.length > 1) console.log(`growth=${growth.toFixed(2)} limit=${limits.growth}`);
  const share = await measurePushes(url);
  console.log(`tallies add ${(share * 100).toFixed(1)} % to a push of 500 entries, limit=${limits.tallies * 100} %`);
  if (p95s.some((time) => time > limits.milliseconds) || growth > limits.growth || share > limits.tallies) process.exitCode = 1;
} finally {
  await stop();
}

/** As the page and the documents do, as of another day each time. */
async function drawAnnexes({ provinceId, unitId, verifierId }: FilledProvince, client: pg.Client): Promise<number[]> {
  // The server's configuration is read once: after the settings above.
  const { readReportTable } = await import("@/lib/server/reports/read-report-table");
  const validFrom = LocalDate.parse("2022-01-01");
  const actor = { provinceId, userId: verifierId, active: true, assignments: [{ role: "provinceVerifier" as const, unitId, validFrom }] };
  const draw = async (index: number) => {
    const asOf = addDays(LocalDate.parse("2022-12-01"), (index * 37) % 280);
    const before = addDays(asOf, -31);
    const table = await readReportTable(actor, { unitId, point: { through: asOf, asOf }, previousPoint: { through: before, asOf: before } }, new Date().toISOString());
    const { cells, previous, members, targets } = table?.total ?? {};
    const isWhole = table?.lines.length === 20 && cells!.counts.articles.matched > 0 && cells!.ratios.online_rate!.whole > 0 && previous!.counts.articles.matched > 0 && members! > 0 && targets!.articles === 1_000;
    if (!isWhole) throw new Error("The annex is not what it should be");
  };
  // The first reading rolls the tallies up; what autovacuum does within minutes is done at once.
  await draw(0);
  for (const rollUp of ["tally_day", "tally_month", "tally_until"]) await client.query(`vacuum analyze ${rollUp}`);
  for (let index = 0; index < 5; index += 1) await draw(index);
  const times: number[] = [];
  for (let index = 0; index < draws; index += 1) {
    const start = performance.now();
    await draw(index);
    times.push(performance.now() - start);
  }
  return times;
}

function p95(values: readonly number[], share = 0.95): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? 0;
}

function ms(value: number): string {
  return `${Math.round(value)} ms`;
}
