import { decideEvidence } from "../../lib/server/evidence/decide-evidence";
import { actorOf } from "../demo/acting";
import { newId } from "../demo/new-id";
import type { Staff } from "./staff";
import type { PlannedEntry } from "./unit-work";

const decidedAtOnce = 400;

/** The officer opens the links of the articles that were confirmed, and says which are the unit's. */
export async function writeChecks(provinceId: string, { officer }: Staff, entries: readonly PlannedEntry[], now: string): Promise<void> {
  const decisions = entries.flatMap(({ content, checked }) => (checked ? [{
    id: newId(), outcomeId: content.outcomes[0]!.id, revision: 1, verdict: checked, ...(checked === "refused" ? { reason: "notOwn" as const } : {}),
  }] : []));
  for (let start = 0; start < decisions.length; start += decidedAtOnce) {
    const decided = await decideEvidence(actorOf(provinceId, officer), decisions.slice(start, start + decidedAtOnce), now);
    const refused = decided.ok ? decided.value.answers.find(({ answer }) => answer !== "accepted") : decided.error;
    if (refused) throw new Error(`The server did not take what an officer said: ${JSON.stringify(refused)}`);
  }
}
