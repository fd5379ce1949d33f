import type { CommandContext } from "../../domain/command/apply-command";
import type { Actor, RoleAssignment } from "../../domain/people/actor";
import type { IndicatorVersion } from "../../domain/report/indicator";
import type { Briefing } from "../../protocol/briefing";

/** What `applyCommand` needs to know, as far as the briefing tells it. The server decides for good. */
export function contextOf(briefing: Briefing, unitId: string, now: string): CommandContext {
  return {
    actor: actorOf(briefing),
    now,
    unitPath: briefing.units.find(({ id }) => id === unitId)?.path ?? [unitId],
    // Rests sealed on this phone only; the server makes its own keyed digests.
    digestKey: (scope, text) => `${scope}:${text}`,
    indicatorVersions: briefing.indicatorVersions as IndicatorVersion[],
    schemeRules: briefing.schemeRules,
  };
}

function actorOf({ person, assignments }: Briefing): Actor {
  return { provinceId: person.provinceId, userId: person.id, active: true, assignments: assignments as RoleAssignment[] };
}
