import { readFile } from "node:fs/promises";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * What a report of Vitest or Playwright (their JSON reporters) counts.
 *
 * @returns {Promise<Counts>} nothing when the runner ended before it wrote one
 */
export async function readCounts(file) {
  const text = await readFile(file, "utf8").catch(() => "{}");
  const { stats, ...vitest } = JSON.parse(text);
  if (stats) return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  return {
    passed: vitest.numPassedTests ?? 0,
    failed: vitest.numFailedTests ?? 0,
    skipped: (vitest.numPendingTests ?? 0) + (vitest.numTodoTests ?? 0),
  };
}

/** @param {Counts} counts */
export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
