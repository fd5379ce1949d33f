import { randomUUID } from "node:crypto";
import type { Actor, Role } from "@/lib/domain/people/actor";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { EntryIndicator } from "@/lib/domain/report/indicator";
import type { EvidenceSource } from "@/lib/domain/report/standing";
import type { Person } from "@/lib/server/auth/person";
import { insertRows } from "../../prisma/demo/insert-rows";
import { indicatorVersions } from "./command-context";
import { makeSmallProvince } from "./small-province";

/** The small province with what recording needs: definitions, rules, services, a consent notice, a counter. */
export async function makeWorkingProvince() {
  const province = await makeSmallProvince();
  const { client, provinceId: province_id, units } = province;
  const since = { valid_from: "2022-05-01" };
  await insertRows(client, "indicator_version", indicatorVersions.map((version) => ({
    id: randomUUID(), province_id, indicator: version.indicator, valid_from: version.validFrom, window_from: version.windowFrom,
    outcome_kinds: version.outcomeKinds, age_from: version.ageFrom ?? null, age_through: version.ageThrough ?? null,
    online_only: version.onlineOnly, once_per_subject: version.oncePerSubject, evidence_rule: { source: evidenceOf[version.indicator] }, credit: "recorderUnit",
  })));
  await insertRows(client, "refusal_rule", [
    { id: randomUUID(), province_id, code: "schemeStart", parameters: { date: "2022-05-01" }, set_at: new Date(), ...since },
  ]);
  await insertRows(client, "consent_notice", [{ province_id, version: 1, text: "Tôi đồng ý cho Đoàn ghi lại việc hỗ trợ này.", ...since }]);
  await insertRows(client, "service", [
    { id: randomUUID(), province_id, slug: "khai-sinh", name: "Đăng ký khai sinh", owner_group: "justice", decision: "5299", sort_order: 1, ...since },
  ]);
  await insertRows(client, "place", [
    { id: randomUUID(), province_id, unit_id: units.district, kind: "counter", name: "Một cửa Tuy Phước", ...since },
  ]);
  /** Somebody who can sign in, as the server knows them after they have. */
  const addActingPerson = async (role: Role, unitId: string): Promise<Person> => {
    const { id, name } = await province.addPerson(role, unitId);
    return { actor: makeDatedActor(province_id, id, role, unitId), name, sessionId: randomUUID() };
  };
  return {
    ...province,
    addActingPerson,
    /** Both teams of the district with a volunteer and a leader each, and the officer above them. */
    addStaff: async () => ({
      volunteerA: await addActingPerson("volunteer", units.teamA),
      volunteerB: await addActingPerson("volunteer", units.teamB),
      leaderA: await addActingPerson("leader", units.teamA),
      leaderB: await addActingPerson("leader", units.teamB),
      officer: await addActingPerson("officer", units.district),
    }),
    /** @returns the place's id */
    addCounter: async (unitId: string, name = "Một cửa Phước Lộc"): Promise<string> => {
      const id = randomUUID();
      await insertRows(client, "place", [{ id, province_id, unit_id: unitId, kind: "counter", name, ...since }]);
      return id;
    },
    /** People, definitions and places stay. */
    removeEntries: async (): Promise<void> => {
      await client.query("truncate change, review_event, consent, outcome, entry, subject, command_log, tally, access_log cascade");
    },
  };
}

/** As in the province's own definitions (prisma/demo/definitions.ts). */
export const evidenceOf: Record<EntryIndicator, EvidenceSource> = {
  member_accounts: "register",
  citizen_accounts: "register",
  online_dossiers: "register",
  vneid_accounts: "police",
  articles: "officer",
  informed_members: "officer",
  households: "none",
};

export type WorkingProvince = Awaited<ReturnType<typeof makeWorkingProvince>>;

function makeDatedActor(provinceId: string, userId: string, role: Role, unitId: string): Actor {
  return { provinceId, userId, active: true, assignments: [{ role, unitId, validFrom: LocalDate.parse("2022-05-01") }] };
}
