import type { EntrySummary } from "@/lib/phone/entries/entry-on-phone";

/** Days after which a use weighs half. */
const halfLife = 14;
const dayMs = 24 * 60 * 60 * 1000;
/** Older ones weigh next to nothing. */
const counted = 1000;

/**
 * Slugs in the order in which they are likely wanted: the one of last time, then the most used, what is long ago
 * weighing less, then the others of lately.
 * @param entries own ones, newest first
 * @param recent slugs as they were chosen, newest first
 */
export function rankServices(entries: readonly Pick<EntrySummary, "service" | "happenedAt" | "status">[], recent: readonly string[], now: string): string[] {
  const weights = new Map<string, number>();
  for (const { service, happenedAt, status } of entries.slice(0, counted)) {
    if (service === undefined || status === "withdrawn") continue;
    const days = Math.max(0, Date.parse(now) - Date.parse(happenedAt)) / dayMs;
    weights.set(service, (weights.get(service) ?? 0) + 0.5 ** (days / halfLife));
  }
  const most = [...weights].sort(([, a], [, b]) => b - a).map(([service]) => service);
  return [...new Set([...recent.slice(0, 1), ...most, ...recent])];
}
