import { reasonsOf, policeKinds, officerKinds, type CheckedKind } from "../../lib/domain/evidence/checked-kind";
import type { Actor } from "../../lib/domain/people/actor";
import { LocalDate } from "../../lib/domain/time/local-date";
import { closeDatabase } from "../../lib/server/database/client";
import { withProvince } from "../../lib/server/database/with-actor";
import { decideEvidence } from "../../lib/server/evidence/decide-evidence";
import { readCheckPage } from "../../lib/server/evidence/read-check-page";
import { actorOf } from "./acting";
import { createDice, type Dice } from "./invented";
import { newId } from "./new-id";
import { lastEvening } from "./last-evening";
import type { DemoPerson } from "./people";

/**
 * What the police of one commune has said so far: ten of each kind, a few of them refused, a few proposed by its helper; the
 * rest waits. Officers have checked some articles and events.
 */
export async function recordVerdicts(provinceId: string, people: readonly DemoPerson[]): Promise<void> {
  const dice = createDice(442);
  const now = lastEvening();
  const [verifier, helper] = [await policeOf(provinceId, people, "policeVerifier"), await policeOf(provinceId, people, "policeHelper")];
  for (const kind of policeKinds) {
    await say(verifier, kind, 10, dice, now);
    await say(helper, kind, 5, dice, now);
  }
  for (const officer of people.filter(({ role }) => role === "officer")) {
    for (const kind of officerKinds) await say(actorOf(provinceId, officer), kind, 4, dice, now);
  }
  await closeDatabase();
}

/** The oldest that wait; one in eight is refused. */
async function say(actor: Actor, kind: CheckedKind, count: number, dice: Dice, now: string): Promise<void> {
  const { rows } = await readCheckPage(actor, { kind, view: "open" }, now);
  const decisions = rows.filter(({ proposal }) => !proposal).slice(0, count).map(({ outcomeId, revision }) => {
    const refused = dice.below(8) === 0;
    return { id: newId(), outcomeId, revision, verdict: refused ? "refused" as const : "confirmed" as const, ...(refused ? { reason: reasonsOf[kind][dice.below(3)]! } : {}) };
  });
  if (decisions.length > 0) await decideEvidence(actor, decisions, now);
}

/** Police roles are held over areas, which `actorOf` doesn't know. */
async function policeOf(provinceId: string, people: readonly DemoPerson[], role: "policeVerifier" | "policeHelper"): Promise<Actor> {
  const { id } = people.find((person) => person.role === role)!;
  const rows = await withProvince(provinceId, (tx) => tx.$queryRaw<{ areaId: string }[]>`select area_id as "areaId" from role_assignment where user_id = ${id}::uuid`);
  return { provinceId, userId: id, active: true, assignments: rows.map(({ areaId }) => ({ role, areaId, validFrom: LocalDate.parse("2022-05-01") })) };
}
