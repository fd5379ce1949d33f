import type { CommandContext } from "@/lib/domain/command/apply-command";
import type { Actor, Role } from "@/lib/domain/people/actor";
import type { IndicatorVersion } from "@/lib/domain/report/indicator";
import { LocalDate } from "@/lib/domain/time/local-date";
import { makeId } from "./help-session";

export const provinceUnit = makeId();
export const districtUnit = makeId();
export const teamUnit = makeId();
export const otherTeamUnit = makeId();

export const teamPath = [provinceUnit, districtUnit, teamUnit];

/** A person with one role over one unit, since long ago. */
export function makeActor(role: Role, unitId = teamUnit, changes: Partial<Actor> = {}): Actor {
  const validFrom = LocalDate.parse("2022-05-01");
  return { provinceId: provinceUnit, userId: makeId(), active: true, assignments: [{ role, unitId, validFrom }], ...changes };
}

export function makeContext(actor: Actor, changes: Partial<CommandContext> = {}): CommandContext {
  return {
    actor,
    now: "2026-08-07T03:00:00.000Z",
    unitPath: teamPath,
    digestKey: (scope, text) => `${scope}:${text}`,
    indicatorVersions,
    schemeRules: { schemeStart: LocalDate.parse("2022-05-01") },
    ...changes,
  };
}

const account = { validFrom: LocalDate.parse("2022-05-01"), windowFrom: LocalDate.parse("2022-05-01"), onlineOnly: false, oncePerSubject: true };
const teamsStart = LocalDate.parse("2023-03-01");

/** The definitions of 2026, as the demo province has them. */
export const indicatorVersions: readonly IndicatorVersion[] = [
  { indicator: "member_accounts", ...account, outcomeKinds: ["accountOpened", "accountLinked"], ageFrom: 16, ageThrough: 30 },
  { indicator: "citizen_accounts", ...account, outcomeKinds: ["accountOpened", "accountLinked"], ageFrom: 31 },
  { indicator: "online_dossiers", ...account, windowFrom: teamsStart, outcomeKinds: ["dossierSubmitted"], onlineOnly: true, oncePerSubject: false },
  { indicator: "vneid_accounts", ...account, windowFrom: teamsStart, outcomeKinds: ["vneidActivated"] },
  { indicator: "articles", ...account, outcomeKinds: ["articlePublished"], oncePerSubject: false },
  { indicator: "households", ...account, outcomeKinds: ["householdInformed"], oncePerSubject: false },
  { indicator: "informed_members", ...account, outcomeKinds: ["eventHeld"], oncePerSubject: false },
];
