import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OrganisationChange } from "@/lib/domain/organisation/organisation-change";
import { addDays } from "@/lib/domain/time/local-date";
import type { Person } from "@/lib/server/auth/person";
import { buildBriefing } from "@/lib/server/changes/briefing";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { withActor } from "@/lib/server/database/with-actor";
import { askOrganisation } from "@/lib/server/organisation/change-organisation";
import { readReportTable } from "@/lib/server/reports/read-report-table";
import { insertRows } from "../../../prisma/demo/insert-rows";
import { makeManifest, makeReview } from "../../factories/commands";
import { day } from "../../factories/organisation";
import { makeOrganisedProvince, type OrganisedProvince } from "../../factories/organised-province";

// In the middle of a month that is over, so that roles of before have ended on whatever day this runs.
const merger = day("2024-06-15");
const [decidedAt, later] = ["2024-06-14T03:00:00.000Z", "2024-06-20T03:00:00.000Z"];

let province: OrganisedProvince;
let staff: Awaited<ReturnType<OrganisedProvince["addStaff"]>>;
let verifier: Person;
let stranger: Person;
let change: OrganisationChange;
let early: Awaited<ReturnType<OrganisedProvince["record"]>>;

beforeAll(async () => {
  province = await makeOrganisedProvince();
  const { units } = province;
  staff = await province.addStaff();
  verifier = await province.addActingPerson("provinceVerifier", units.province);
  stranger = await province.addActingPerson("officer", units.otherDistrict);
  change = { kind: "merge", from: merger, unitIds: [units.teamA], into: { unitId: units.teamB } };
  early = await province.record(staff.volunteerA, units.teamA, "2024-06-10");
  const counter = await province.addCounter(units.teamA);
  await insertRows(province.client, "shift", [{
    id: randomUUID(), province_id: province.provinceId, unit_id: units.teamA, place_id: counter, day: "2024-06-18", starts_at: "08:00", ends_at: "11:00",
    created_by_id: staff.leaderA.actor.userId, created_at: decidedAt,
  }]);
  await insertRows(province.client, "member", [{
    id: randomUUID(), province_id: province.provinceId, number_hash: "\\x01", hash_version: 1, unit_id: units.teamA, public_employee: false, union_member: true, valid_from: "2023-01-01",
  }]);
});
afterAll(() => province.remove());

describe("before a merger is decided", () => {
  test("the preview tells what goes on where, and writes nothing", async () => {
    const { teamA } = province.units;
    const looked = await askOrganisation(staff.officer.actor, { action: "preview", change }, decidedAt);
    expect(looked).toMatchObject({
      ok: true,
      value: {
        preview: {
          from: merger,
          units: [{ id: teamA, name: "Đội xã Phước Lộc", fate: "closes", heirs: ["Đội xã Phước Sơn"] }],
          handovers: [{ name: "Đội xã Phước Lộc", intoName: "Đội xã Phước Sơn", load: { people: { leader: 1, volunteer: 1 }, phones: 1, members: 1, shifts: 1, places: 1, entries: 1, waiting: 1 } }],
        },
        people: expect.arrayContaining([expect.objectContaining({ role: "volunteer", intoName: "Đội xã Phước Sơn" }), expect.objectContaining({ role: "leader" })]),
      },
    });
    const { rows } = await province.client.query("select from unit where valid_to is not null union all select from unit_change");
    expect(rows).toEqual([]);
  });

  test.each(["leader", "stranger", "volunteer"] as const)("a %s is refused, as if the unit did not exist", async (who) => {
    const person = { leader: staff.leaderA, stranger, volunteer: staff.volunteerA }[who];
    expect(await province.change(person, change, decidedAt)).toEqual({ ok: false, error: { code: "unknownOrForbidden", field: "unitId" } });
    expect(await province.change(person, { ...change, unitIds: [randomUUID()] } as OrganisationChange, decidedAt)).toEqual({ ok: false, error: { code: "unknownOrForbidden", field: "unitId" } });
  });

  test("a day on which something is recorded already is refused", async () => {
    expect(await province.change(staff.officer, { ...change, from: day("2024-06-10") }, decidedAt)).toEqual({ ok: false, error: { code: "changeBeforeRecorded", field: "from" } });
  });

  test("a preview that is no longer true is not accepted", async () => {
    expect(await askOrganisation(staff.officer.actor, { action: "apply", id: randomUUID(), change, seen: "something else" }, decidedAt)).toEqual({ ok: false, error: { code: "organisationChangedSince" } });
  });
});

describe("after a merger in the middle of a month", () => {
  const commandId = randomUUID();

  beforeAll(async () => {
    expect(await province.change(staff.officer, change, decidedAt, commandId)).toEqual({ ok: true, value: { id: commandId } });
  });

  test("the same command is answered again and does nothing twice", async () => {
    expect(await askOrganisation(staff.officer.actor, { action: "apply", id: commandId, change, seen: "" }, decidedAt)).toEqual({ ok: true, value: { id: commandId } });
    const { rows } = await province.client.query("select type from command_log where id = $1", [commandId]);
    expect(rows).toEqual([{ type: "changeOrganisation" }]);
  });

  test("people, members, counters and planned shifts go on in the heir; what was before stays", async () => {
    const { teamA, teamB } = province.units;
    const spans = async (sql: string) => (await province.client.query(sql)).rows as unknown[];
    expect((await province.again(staff.leaderA)).actor.assignments).toEqual([
      { role: "leader", unitId: teamA, validFrom: "2022-05-01", validTo: merger }, { role: "leader", unitId: teamB, validFrom: merger },
    ]);
    expect(await spans(`select kind, unit_id as id from person_change where user_id = '${staff.leaderA.actor.userId}' order by kind`)).toEqual([
      { kind: "roleEnded", id: teamA }, { kind: "roleGranted", id: teamB },
    ]);
    expect(await spans(`select unit_id as id, valid_from::text as since, valid_to::text as until from member order by valid_from`)).toEqual([
      { id: teamA, since: "2023-01-01", until: merger }, { id: teamB, since: merger, until: null },
    ]);
    expect(await spans(`select shift.unit_id as id, place.unit_id as "placeUnit", place.name from shift join place on place.id = place_id`)).toEqual([
      { id: teamB, placeUnit: teamB, name: "Một cửa Phước Lộc" },
    ]);
  });

  test("the phone's briefing names the new unit from that day on", async () => {
    const volunteer = await province.again(staff.volunteerA);
    const named = async (now: string) => (await withActor(volunteer.actor, (tx) => buildBriefing(tx, volunteer, now))).units.map(({ name }) => name);
    expect(await named(decidedAt)).toEqual(["Đội xã Phước Lộc"]);
    expect(await named(later)).toEqual(["Đội xã Phước Sơn"]);
    expect((await withActor(volunteer.actor, (tx) => buildBriefing(tx, volunteer, later))).places.map(({ name }) => name)).toContain("Một cửa Phước Lộc");
  });

  test("entries keep the unit of their day, whatever unit a phone that was away says", async () => {
    const { teamA, teamB } = province.units;
    const volunteer = await province.again(staff.volunteerA);
    expect(await province.record(volunteer, teamA, "2024-06-12", later)).toMatchObject({ unitId: teamA, status: "submitted" });
    expect(await province.record(volunteer, teamA, "2024-06-16", later)).toMatchObject({ unitId: teamB, status: "submitted" });
    expect(await province.record(volunteer, teamB, "2024-06-13", later)).toMatchObject({ unitId: teamA, status: "submitted" });
    expect(await province.record(volunteer, teamB, "2024-06-17", later)).toMatchObject({ unitId: teamB, status: "submitted" });
  });

  test("what a stranger records for the closed unit waits in quarantine at the heir", async () => {
    const outsider = await province.addActingPerson("volunteer", province.units.teamC);
    expect(await province.record(outsider, province.units.teamA, "2024-06-16", later)).toMatchObject({ unitId: province.units.teamB, status: "quarantined" });
  });

  test("the heir's leader decides what the closed unit left open; nobody else does", async () => {
    const confirm = async (person: Person) => {
      const [verdict] = await executeCommands(person, { device: makeManifest(), commands: [makeReview(early.entryId, 1, "confirm")] }, { now: later });
      return verdict?.verdict;
    };
    const leaderC = await province.addActingPerson("leader", province.units.teamC);
    expect(await confirm(leaderC)).toBe("refused");
    expect(await confirm(stranger)).toBe("refused");
    expect(await confirm(staff.volunteerB)).toBe("refused");
    expect(await confirm(staff.leaderB)).toBe("accepted");
  });

  test("the province's totals are the same under the tree of either day, and the heir shows both", async () => {
    const { province: root, district, teamA, teamB } = province.units;
    const point = { first: day("2024-06-01"), through: day("2024-06-30"), asOf: day("2024-06-30") };
    const recordedOf = async (unitId: string, treeOn: typeof merger) => {
      const table = (await readReportTable(verifier.actor, { unitId, treeOn, point }, later))!;
      const recorded = (line: (typeof table)["total"]) => Object.values(line.cells.counts).reduce((sum, cell) => sum + cell.recorded, 0);
      return { total: table.total.cells.counts, lines: Object.fromEntries(table.lines.map((line) => [line.place.kind === "unit" ? line.place.id : line.place.kind, recorded(line)])) };
    };
    const [before, after] = [await recordedOf(root, addDays(merger, -1)), await recordedOf(root, merger)];
    expect(after.total).toEqual(before.total);
    const [old, now] = [await recordedOf(district, addDays(merger, -1)), await recordedOf(district, merger)];
    expect(old.total).toEqual(now.total);
    expect(old.lines[teamA]).toBeGreaterThan(0);
    expect(now.lines).toEqual({ [teamB]: old.lines[teamA]! + old.lines[teamB]! });
  });
});
