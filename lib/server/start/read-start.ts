import "server-only";
import { policePartOf } from "@/lib/domain/evidence/permission";
import { addDays, localDateOf } from "@/lib/domain/time/local-date";
import type { StartItem } from "@/lib/protocol/start";
import { rolesOn, type Person } from "@/lib/server/auth/person";
import { reportUnits } from "@/lib/server/reports/find-report-unit";
import { readChecks, readPoliceBatch } from "./read-evidence-work";
import { readOnPhones } from "./read-on-phones";
import { readPlanWork } from "./read-plan-work";
import { readProvinceWork } from "./read-province-work";
import { readReviewWork } from "./read-review-work";

/** What is due for the person today by the roles held, in the order in which it presses; each thing once. */
export async function readStart(person: Person, now: string): Promise<StartItem[]> {
  const { actor } = person;
  const today = localDateOf(now);
  const roles = rolesOn(person, today);
  const units = reportUnits(actor, today);
  const [isLeader, isOfficer, isVerifier] = (["leader", "officer", "provinceVerifier"] as const).map((role) => roles.includes(role));
  const [planned] = reportUnits({ ...actor, assignments: actor.assignments.filter(({ role }) => role === "provincePlanner") }, today);
  const items = [
    ...(policePartOf(actor, today) ? [await readPoliceBatch(actor, "policeBatch", now)] : []),
    ...(isVerifier ? [await readPoliceBatch(actor, "policeBacklog", now), ...(await readProvinceWork(actor, now))] : []),
    ...(isLeader || isOfficer ? await readReviewWork(actor, isLeader === true) : []),
    ...(isOfficer ? await readChecks(actor, now) : []),
    ...(planned ? await readPlanWork(actor, planned, now) : []),
    ...(roles.includes("observer") ? [{ kind: "numbers" as const, level: "known" as const, asOf: addDays(today, -1) }] : []),
    ...(units.length > 0 ? [await readOnPhones(actor, units, now)] : []),
  ];
  return items.filter(isWorthSaying).toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
}

/** That nothing waits is said once, for the page as a whole; of the police, of phones and of units it is news. */
function isWorthSaying(item: StartItem): boolean {
  return item.level !== "known" || !("count" in item) || item.count > 0 || ["policeBatch", "policeBacklog", "onPhones", "behind"].includes(item.kind);
}

const order = ["late", "due", "known"] as const;
