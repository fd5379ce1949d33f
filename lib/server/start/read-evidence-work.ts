import "server-only";
import { officerKinds } from "@/lib/domain/evidence/checked-kind";
import { batchDayOf } from "@/lib/domain/evidence/friday-batch";
import type { Actor } from "@/lib/domain/people/actor";
import { nextBatch } from "@/lib/domain/report/due-dates";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { StartItem } from "@/lib/protocol/start";
import { readBacklog } from "@/lib/server/evidence/read-backlog";
import { countOpen } from "@/lib/server/evidence/read-check-page";
import { levelOf } from "./read-review-work";

/** Articles and events that wait for the officer's word. */
export async function readChecks(actor: Actor, now: string): Promise<StartItem[]> {
  const kinds = { articlePublished: "articles", eventHeld: "events" } as const;
  const counted = [];
  for (const kind of officerKinds) {
    const { open } = await countOpen(actor, { kind }, now);
    counted.push({ kind: kinds[kind], level: levelOf(open), count: open } as const);
  }
  return counted;
}

/** What the police has not said yes or no to: its own areas for the police, all of them for whoever keeps the registers. */
export async function readPoliceBatch(actor: Actor, kind: "policeBatch" | "policeBacklog", now: string): Promise<StartItem> {
  const today = localDateOf(now);
  const backlog = await readBacklog(actor, now);
  const sumOf = (field: "due" | "open") => backlog.reduce((sum, row) => sum + row[field], 0);
  const [oldest] = backlog.map((row) => row.oldest).sort();
  const [count, open, batchDay] = [sumOf("due"), sumOf("open"), batchDayOf(today)];
  return {
    kind, count, open, batchDay, nextDay: nextBatch(today).day,
    // The batch is due on its Friday; from the day after it is late.
    level: levelOf(kind === "policeBatch" ? open : count, batchDay < today ? count : 0),
    ...(oldest ? { oldest } : {}),
  };
}
