import "server-only";
import { policeKinds } from "@/lib/domain/evidence/checked-kind";
import type { Actor } from "@/lib/domain/people/actor";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { withActor } from "@/lib/server/database/with-actor";
import { saveAccess } from "@/lib/server/reveal/access-log";
import { loadCheckedDetails } from "./check-rows";
import { loadCheckedOutcomes } from "./checked-outcomes";

/** The number of a row that is looked at, after it was written down who looked. Unknown and forbidden look alike. */
export function revealNumber(actor: Actor, outcomeId: string, now: string): Promise<Result<{ readonly number?: string }, RefusalCode>> {
  return withActor(actor, async (tx) => {
    const outcome = (await loadCheckedOutcomes(tx, actor, [outcomeId], now)).get(outcomeId);
    const isPolice = outcome && (policeKinds as readonly string[]).includes(outcome.kind);
    if (!isPolice || !outcome.isOpen || !outcome.part.ok) return err("unknownOrForbidden");
    const [detail] = await loadCheckedDetails(tx, outcome.kind, [outcomeId]);
    if (!detail?.subjectId) return err("unknownOrForbidden");
    await saveAccess(tx, actor, { subjectId: detail.subjectId, entryId: detail.entryId, fields: ["personalNumber"], at: now });
    return ok(detail.personalNumber ? { number: detail.personalNumber } : {});
  });
}
