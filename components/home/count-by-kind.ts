import type { EntrySummary } from "@/lib/phone/entries/entry-on-phone";
import { home } from "@/lib/text/home";

export type DayCount = {
  /** What the number counts: "lượt hỗ trợ", or entries when there are several kinds. */
  readonly unit: string;
  /** How many of each kind, when there are several. */
  readonly parts?: string;
};

/** A day's work in words: at a counter help sessions, in a hamlet visits, and both when both were done. */
export function countByKind(entries: readonly Pick<EntrySummary, "kind">[]): DayCount {
  const counts = new Map<EntrySummary["kind"], number>();
  for (const { kind } of entries) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const [first = "helpSession", ...others] = counts.keys();
  if (others.length === 0) return { unit: home.units[first] };
  return { unit: home.entries, parts: [...counts].map(([kind, count]) => `${count} ${home.units[kind]}`).join(", ") };
}
