import type { Command } from "../../lib/domain/command/command";
import type { Actor } from "../../lib/domain/people/actor";
import { LocalDate } from "../../lib/domain/time/local-date";
import type { Verdict } from "../../lib/protocol/commands";
import { executeCommands } from "../../lib/server/commands/execute-commands";
import { newId } from "./new-id";
import type { DemoPerson } from "./people";

/** Sends somebody's commands as their phone would have at a moment (milliseconds since 1970). */
export type Act = (person: DemoPerson, at: number, commands: readonly Command[]) => Promise<Verdict[]>;

/** Everybody acts with the one role they have, from a phone of their own. */
export function createActing(provinceId: string, people: readonly DemoPerson[]): Act {
  const devices = new Map(people.map(({ id }) => [id, newId()]));
  return (person, at, commands) =>
    executeCommands(
      { actor: actorOf(provinceId, person) },
      { device: deviceOf(devices.get(person.id)!), commands: [...commands] },
      { now: new Date(at).toISOString() },
    );
}

export function actorOf(provinceId: string, { id, role, unitId }: DemoPerson): Actor {
  return { provinceId, userId: id, active: true, assignments: [{ role, ...(unitId ? { unitId } : {}), validFrom: LocalDate.parse("2022-05-01") }] };
}

function deviceOf(deviceId: string) {
  return { deviceId, pendingCount: 0, pendingIdsDigest: "", appVersion: "demo", persisted: true, installed: true, clockOffsetMs: 0 };
}
