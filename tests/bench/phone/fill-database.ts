import { randomUUID } from "node:crypto";
import type { Command } from "@/lib/domain/command/command";
import { LocalDate } from "@/lib/domain/time/local-date";
import { closeDatabase } from "@/lib/server/database/client";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { createDice } from "@/prisma/demo/invented";
import { inventSession } from "@/prisma/demo/invented-session";

export type Volunteer = { readonly id: string; readonly provinceId: string; readonly unitId: string };

const dayMs = 24 * 60 * 60 * 1000;

/** Years of one volunteer's work, through the same commands as on any day. */
export async function recordEntries({ id, provinceId, unitId }: Volunteer, count: number): Promise<void> {
  const dice = createDice(4);
  const actor = { provinceId, userId: id, active: true, assignments: [{ role: "volunteer" as const, unitId, validFrom: LocalDate.parse("2022-05-01") }] };
  const device = { deviceId: randomUUID(), pendingCount: 0, pendingIdsDigest: "", appVersion: "bench", persisted: true, installed: true, clockOffsetMs: 0 };
  for (let done = 0; done < count; done += 500) {
    const commands = Array.from({ length: Math.min(500, count - done) }, (_, index): Command => {
      const at = new Date(Date.now() - ((done + index) / count) * 600 * dayMs - 60_000).toISOString();
      return { id: randomUUID(), type: "recordEntry", entryId: randomUUID(), unitId, issuedAt: at, content: inventSession(dice, at) } as Command;
    });
    const verdicts = await executeCommands({ actor }, { device, commands }, { now: new Date().toISOString() });
    if (verdicts.some(({ verdict }) => verdict !== "accepted")) throw new Error("The server did not take every entry");
  }
  await closeDatabase();
}
