import { randomUUID } from "node:crypto";
import type { Role } from "@/lib/domain/people/actor";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { Person } from "@/lib/server/auth/person";
import { insertRows } from "../../prisma/demo/insert-rows";
import { makeRecord, makeReview } from "./commands";
import { makeHelpSession, makeId, makeOutcome, makePerson } from "./help-session";
import { act, makeHouseholdVisit, makeVisitCommand } from "./households";
import { makeArticle, makeEvent } from "./outreach";
import { makeWorkingProvince } from "./working-province";

/** 10:00 in Vietnam of a Thursday; leaders decided on Friday, 7 August 2026. */
export const decidedAt = "2026-08-07T03:00:00.000Z";
export const now = "2026-08-20T03:00:00.000Z";
export const atSecond = (seconds: number) => new Date(Date.parse(now) + seconds * 1000).toISOString();

type Staff = Awaited<ReturnType<typeof makePoliceProvince>>;

/**
 * A working province with two communes of today: team A works in the first, which took an old commune in and has a
 * hamlet, team B in the second. Households are confirmed by the police like VNeID accounts.
 */
export async function makePoliceProvince() {
  const province = await makeWorkingProvince();
  const { client, units, provinceId: province_id } = province;
  const area = (kind: string, name: string, changes: object = {}) =>
    ({ id: randomUUID(), province_id, kind, name, parent_id: null, successor_id: null, valid_from: "2022-01-01", valid_to: null, ...changes });
  const commune = area("commune", "Xã Tuy Phước");
  const old = area("commune", "Xã Phước Lộc", { successor_id: commune.id, valid_to: "2025-07-01" });
  const hamlet = area("hamlet", "Thôn Đại Tín", { parent_id: old.id });
  const otherCommune = area("commune", "Xã Tuy Phước Đông");
  const otherHamlet = area("hamlet", "Thôn Kỳ Sơn", { parent_id: otherCommune.id });
  await insertRows(client, "area", [commune, old, hamlet, otherCommune, otherHamlet]);
  await client.query("delete from place");
  await insertRows(client, "place", [[units.teamA, old.id], [units.teamB, otherCommune.id]].map(([unit_id, area_id]) => ({
    id: randomUUID(), province_id, unit_id, area_id, kind: "counter", name: `Một cửa ${unit_id}`, valid_from: "2022-05-01",
  })));
  await client.query(`update indicator_version set evidence_rule = '{"source":"police"}' where indicator = 'households'`);

  const addPolice = async (role: Role, areaId: string, more: readonly { readonly role: Role; readonly unitId: string }[] = []): Promise<Person> => {
    const { id, name } = await province.addPerson(role, units.province, `Công an ${role}`);
    await client.query("delete from role_assignment where user_id = $1", [id]);
    const validFrom = LocalDate.parse("2022-05-01");
    const assignments = [{ role, areaId, validFrom }, ...more.map((held) => ({ ...held, validFrom }))];
    await insertRows(client, "role_assignment", assignments.map((held) => ({
      id: randomUUID(), province_id, user_id: id, role: held.role, area_id: "areaId" in held ? held.areaId : null,
      unit_id: "unitId" in held ? held.unitId : null, valid_from: validFrom,
    })));
    return { actor: { provinceId: province_id, userId: id, active: true, assignments }, name, sessionId: randomUUID() };
  };
  const staff = await province.addStaff();
  return { ...province, ...staff, addPolice, areas: { commune: commune.id, old: old.id, hamlet: hamlet.id, otherCommune: otherCommune.id, otherHamlet: otherHamlet.id } };
}
export type PoliceProvince = Staff;

export type Checked = { readonly entryId: string; readonly outcomeId: string; readonly person?: number };

let people = 0;
type ActivationChanges = { readonly team?: "A" | "B"; readonly author?: Person; /** The same citizen once more. */ readonly sameAs?: Checked };

/** VNeID accounts that a volunteer helped to activate at the counter, confirmed by the leader. */
export async function addActivations(province: PoliceProvince, count: number, { team = "A", author, sameAs }: ActivationChanges = {}): Promise<Checked[]> {
  const commands = Array.from({ length: count }, () => {
    const person = sameAs?.person ?? ++people;
    const outcome = makeOutcome("vneidActivated");
    const digits = String(person).padStart(6, "0");
    const subject = makePerson({ name: `Trần Thị Mai`, personalNumber: `052195${digits}`, sex: "female", birth: { precision: "day", year: 1995, month: 3, day: 15 } });
    const content = makeHelpSession({ subject, outcomes: [outcome] });
    return { command: makeRecord(province.units[`team${team}`], content), outcomeId: outcome.id, person };
  });
  await confirmAll(province, team, author, commands.map(({ command }) => command));
  return commands.map(({ command, outcomeId, person }) => ({ entryId: command.entryId, outcomeId, person }));
}

/** Households that were informed at their door. */
export async function addInformed(province: PoliceProvince, areaId: string, heads: readonly string[], team: "A" | "B" = "A"): Promise<Checked[]> {
  const visits = heads.map((head) => makeHouseholdVisit({ areaId, head }, { hasAccount: true, happenedAt: "2026-08-07T02:00:00.000Z" }));
  const commands = visits.map((visit) => makeVisitCommand(province.units[`team${team}`], visit));
  await confirmAll(province, team, undefined, commands);
  return commands.map(({ entryId }, index) => ({ entryId, outcomeId: visits[index]!.outcomes[0]!.id }));
}

/** An article and an event of a team. */
export async function addOutreach(province: PoliceProvince, team: "A" | "B" = "A"): Promise<{ article: Checked; event: Checked }> {
  const [articleId, eventId] = [makeId(), makeId()];
  const article = makeRecord(province.units[`team${team}`], makeArticle({ outcomes: [{ id: articleId, kind: "articlePublished" }] }) as never);
  const event = makeRecord(province.units[`team${team}`], makeEvent({ outcomes: [{ id: eventId, kind: "eventHeld" }] }) as never);
  await confirmAll(province, team, undefined, [article, event]);
  return { article: { entryId: article.entryId, outcomeId: articleId }, event: { entryId: event.entryId, outcomeId: eventId } };
}

async function confirmAll(province: PoliceProvince, team: "A" | "B", author: Person | undefined, commands: readonly { readonly entryId: string }[]): Promise<void> {
  const [volunteer, leader] = team === "A" ? [province.volunteerA, province.leaderA] : [province.volunteerB, province.leaderB];
  await act(author ?? volunteer, commands, decidedAt);
  await act(leader, commands.map(({ entryId }) => makeReview(entryId, 1, "confirm")), decidedAt);
}

/** A word about an outcome as it travels. */
export function say({ outcomeId }: Pick<Checked, "outcomeId">, verdict: "confirmed" | "refused" | "withdrawn", changes: object = {}) {
  return { id: randomUUID(), outcomeId, revision: 1, verdict, ...changes };
}
