import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { POST } from "@/app/api/targets/route";
import { ok } from "@/lib/domain/result";
import type { ReportIndicator } from "@/lib/domain/report/report-table";
import type { TargetChange, TargetFilePlan } from "@/lib/protocol/targets";
import type { Person } from "@/lib/server/auth/person";
import { withActor } from "@/lib/server/database/with-actor";
import { changeTargets } from "@/lib/server/targets/change-targets";
import { planTargetFile } from "@/lib/server/targets/plan-target-file";
import { readTargetGrid } from "@/lib/server/targets/read-target-grid";
import { readTargetHistory } from "@/lib/server/targets/read-target-history";
import { targetTemplate } from "@/lib/server/targets/target-template";
import { insertRows } from "../../../prisma/demo/insert-rows";
import { makePost } from "../../factories/post";
import { makeSessionCookie } from "../../factories/session";
import { changesOf, makeTargetDesk } from "../../factories/target-desk";

const now = "2026-08-07T03:00:00.000Z";
const later = "2026-08-08T03:00:00.000Z";
const { province, planner, officer, leader, volunteer, others, set, targetsOf, addMembers } = await makeTargetDesk(now);
afterAll(() => province.remove());
beforeEach(async () => {
  await province.client.query("truncate target, command_log, member cascade");
});

describe("setting targets", () => {
  test("keeps the province's own number beside those of the units, which add up to something else", async () => {
    const { units } = province;
    expect(await set(planner, [[units.province, "articles", 2460], [units.district, "articles", 100], [units.district, "transacting_rate", 40.5]])).toMatchObject({ ok: true, value: { changedCount: 3 } });
    const grid = await readTargetGrid(planner.actor, units.province, 2026, now);
    expect(grid).toMatchObject({ unit: { mayEdit: true, targets: { articles: { value: 2460 } } }, children: [{ id: units.district, mayEdit: true, targets: { articles: { value: 100 }, transacting_rate: { value: 40.5 } } }] });
    expect(await targetsOf(units.province, 2027)).toEqual({});
  });

  test("never overwrites: who set what, from and to, stays to be read", async () => {
    const { units } = province;
    await set(planner, [[units.teamA, "articles", 6]]);
    await set(officer, [[units.teamA, "articles", 8, 6]], { at: later });
    await set(planner, [[units.teamA, "articles", null, 8]], { at: later });
    const history = await readTargetHistory(planner.actor, { unitId: units.district, year: 2026, page: 1 }, now);
    expect(history?.rows.map(({ name, unitName, from, to, origin }) => ({ name, unitName, from, to, origin }))).toEqual([
      { name: planner.name, unitName: "Đội xã Phước Lộc", from: 8, to: undefined, origin: "hand" },
      { name: officer.name, unitName: "Đội xã Phước Lộc", from: 6, to: 8, origin: "hand" },
      { name: planner.name, unitName: "Đội xã Phước Lộc", from: undefined, to: 6, origin: "hand" },
    ]);
    expect(await targetsOf(units.teamA)).toEqual({});
  });

  test("of a cell that somebody changed meanwhile is targetChangedSince, and nothing of the batch is done", async () => {
    const { units } = province;
    await set(planner, [[units.teamA, "articles", 6]]);
    expect(await set(officer, [[units.teamB, "articles", 6], [units.teamA, "articles", 9]])).toEqual({ ok: false, error: { code: "targetChangedSince", field: `${units.teamA} articles` } });
    expect(await targetsOf(units.teamB)).toEqual({});
    // Whoever wants what is there already is right.
    expect(await set(officer, [[units.teamA, "articles", 6]])).toMatchObject({ ok: true, value: { changedCount: 0 } });
  });

  test("by two at once: one of them hears of the other", async () => {
    const { units } = province;
    const answers = await Promise.all([7, 8].map((value) => set(planner, [[units.teamA, "articles", value]])));
    expect(answers.map((answer) => (answer.ok ? "done" : answer.error.code)).sort()).toEqual(["done", "targetChangedSince"]);
  });

  test("with the same id is answered again, and logged once", async () => {
    const { units } = province;
    const id = randomUUID();
    const first = await set(planner, [[units.teamA, "articles", 6]], { id });
    await set(planner, [[units.teamA, "articles", 7, 6]]);
    expect(await set(planner, [[units.teamA, "articles", 6]], { id })).toEqual(first);
    expect(await targetsOf(units.teamA)).toEqual({ articles: { value: 7, ruled: false } });
    const { rows } = await province.client.query("select type, answer -> 'changedCount' as count from command_log where id = $1", [id]);
    expect(rows).toEqual([{ type: "changeTargets", count: 1 }]);
  });

  test("refuses at the cell what is no target", async () => {
    const field = (indicator: string) => `${province.units.teamA} ${indicator}`;
    const refusalOf = async (indicator: ReportIndicator, to: TargetChange["to"]) => {
      const answer = await set(planner, [[province.units.teamA, indicator, to]]);
      return answer.ok ? undefined : answer.error;
    };
    expect(await refusalOf("articles", -1)).toEqual({ code: "targetNegative", field: field("articles") });
    expect(await refusalOf("articles", 1.5)).toEqual({ code: "targetNotNumber", field: field("articles") });
    expect(await refusalOf("online_rate", 101)).toEqual({ code: "targetOverHundred", field: field("online_rate") });
    expect(await refusalOf("articles", "equalsMembers")).toEqual({ code: "targetNotNumber", field: field("articles") });
  });

  test("is for the planner and for officers above: for everybody else the unit is one that nobody knows", async () => {
    const { units } = province;
    const ask = async (person: Person, unitId: string) => {
      const cookie = await makeSessionCookie(province.client, person.actor.userId);
      const changes = changesOf([[unitId, "articles", 6]]);
      const answer = await POST(makePost({ action: "set", id: randomUUID(), year: 2026, origin: "hand", changes }, { cookie }));
      return ((await answer.json()) as { error?: { code: string } }).error?.code;
    };
    expect(await ask(officer, units.teamA)).toBeUndefined();
    for (const unitId of [units.district, units.province, randomUUID()]) expect(await ask(officer, unitId)).toBe("unknownOrForbidden");
    for (const [who, person] of Object.entries(others)) expect([who, await ask(person, units.teamA)]).toEqual([who, "unknownOrForbidden"]);
  });
});

describe("the rule that a target equals the members", () => {
  test("takes those of the day it is applied, with the units below, and shows when they changed since", async () => {
    const { units } = province;
    await addMembers(units.district, 2);
    await addMembers(units.teamA, 3);
    await insertRows(province.client, "member", [{ id: randomUUID(), province_id: province.provinceId, number_hash: "\\x02", hash_version: 1, unit_id: units.teamA, last_four: "1", valid_from: "2022-05-01", union_member: false }]);
    await set(planner, [[units.district, "member_accounts", "equalsMembers"]]);
    expect(await readTargetGrid(officer.actor, units.district, 2026, now)).toMatchObject({ unit: { members: 5, mayEdit: false, targets: { member_accounts: { value: 5, ruled: true } } } });
    await addMembers(units.teamB, 1);
    expect(await readTargetGrid(officer.actor, units.district, 2026, now)).toMatchObject({ unit: { members: 6, targets: { member_accounts: { value: 5 } } } });
    expect(await set(planner, [[units.district, "member_accounts", "equalsMembers", 5]], { at: later })).toMatchObject({ value: { changedCount: 1 } });
    const history = await readTargetHistory(planner.actor, { unitId: units.district, year: 2026, page: 1 }, now);
    expect(history?.rows[0]).toMatchObject({ from: 5, to: 6, ruled: true });
  });
});

describe("the rule of so many articles for each grassroots organisation", () => {
  const field = (unitId: string) => `${unitId} member_accounts`;

  test("follows the organisations at and below a unit, the province's total too, and shows when they changed since", async () => {
    const { units, client, provinceId: province_id } = province;
    const since = { province_id, valid_from: "2022-05-01" };
    const [commune, other] = [randomUUID(), randomUUID()];
    const found = async (id: string) => {
      await insertRows(client, "unit", [{ ...since, id, kind: "grassroots", name: `Đoàn xã ${id.slice(0, 4)}`, sort_order: 9 }]);
      await insertRows(client, "unit_parent", [{ ...since, unit_id: id, parent_id: units.district }]);
      await client.query("select refresh_unit_ancestors()");
    };
    await found(commune);
    expect(await set(planner, [[units.province, "articles", "perOrganisation"], [units.district, "articles", "perOrganisation"], [commune, "articles", "perOrganisation"]])).toMatchObject({ value: { changedCount: 3 } });
    for (const id of [units.province, units.district, commune]) expect(await targetsOf(id)).toEqual({ articles: { value: 6, ruled: true } });
    await found(other);
    expect(await readTargetGrid(planner.actor, units.province, 2026, now)).toMatchObject({ unit: { organisations: 2, targets: { articles: { value: 6 } } } });
    await set(planner, [[units.province, "articles", "perOrganisation", 6]], { at: later });
    expect(await targetsOf(units.province)).toEqual({ articles: { value: 12, ruled: true } });
    expect(await set(planner, [[units.district, "member_accounts", "perOrganisation"]])).toEqual({ ok: false, error: { code: "targetNotNumber", field: field(units.district) } });
    await client.query("delete from unit_ancestor where unit_id = any ($1)", [[commune, other]]);
    await client.query("delete from unit_parent where unit_id = any ($1)", [[commune, other]]);
    await client.query("delete from target");
    await client.query("delete from unit where id = any ($1)", [[commune, other]]);
  });
});

describe("the year before", () => {
  const copy = (person: Person, unitId: string, id: string = randomUUID()) => changeTargets(person.actor, { action: "copy", id, year: 2027, unitId }, now);

  test("fills what is open, of the units below only for an officer, and once", async () => {
    const { units } = province;
    await addMembers(units.teamB, 4);
    await set(planner, [[units.province, "articles", 2460], [units.district, "articles", 90], [units.teamA, "articles", 6], [units.teamB, "member_accounts", "equalsMembers"]]);
    await set(planner, [[units.teamA, "articles", 12]], { year: 2027 });
    await addMembers(units.teamB, 1);
    expect((await readTargetGrid(officer.actor, units.district, 2027, now))?.copyable).toBe(1);
    expect(await copy(officer, units.district)).toMatchObject({ ok: true, value: { changedCount: 1 } });
    expect(await targetsOf(units.teamB, 2027)).toEqual({ member_accounts: { value: 5, ruled: true } });
    expect(await copy(planner, units.province)).toMatchObject({ value: { changedCount: 2 } });
    expect(await targetsOf(units.teamA, 2027)).toEqual({ articles: { value: 12, ruled: false } });
    expect(await copy(planner, units.province)).toMatchObject({ value: { changedCount: 0 } });
    expect(await copy(leader, units.teamB)).toEqual({ ok: false, error: { code: "unknownOrForbidden" } });
  });
});

describe("a file of targets", () => {
  async function plan(person: Person, file: string | Uint8Array, unitId: string = province.units.province): Promise<TargetFilePlan> {
    const bytes = typeof file === "string" ? Buffer.from(file) : file;
    const planned = await planTargetFile(person.actor, { unit: unitId, year: 2026 }, () => Promise.resolve(ok(bytes)), now);
    if (!planned.ok) throw new Error(planned.error);
    return planned.value.plan;
  }
  const accept = (person: Person, { changes }: TargetFilePlan) =>
    changeTargets(person.actor, { action: "set", id: randomUUID(), year: 2026, origin: "import", changes: changes.map(({ unitId, indicator, from, to }) => ({ unitId, indicator, to, expected: from })) }, now);
  const file = ["Đơn vị,1. Tài khoản đoàn viên thanh niên,6. Tin bài", "Huyện đoàn Tuy Phước,1200,", "Đội xã Phước Lộc,bằng số đoàn viên,6", "Đội xã Phước Sơn,nhiều,6", "Xã Không Có,5,5"].join("\n");

  test("changes nothing until it is accepted, and nothing when it comes again", async () => {
    const { units } = province;
    await addMembers(units.teamA, 3);
    const first = await plan(planner, file);
    expect(first).toMatchObject({ unchanged: 0, problemCount: 2, problems: [{ row: 4, column: "B", code: "targetNotNumber" }, { row: 5, column: "A", code: "unitUnknown" }] });
    expect(first.changes.map(({ unitId, indicator, value }) => [unitId, indicator, value])).toEqual([
      [units.district, "member_accounts", 1200], [units.teamA, "member_accounts", 3], [units.teamA, "articles", 6], [units.teamB, "articles", 6]]);
    expect(await targetsOf(units.teamA)).toEqual({});
    expect(await accept(planner, first)).toMatchObject({ ok: true, value: { changedCount: 4 } });
    expect(await targetsOf(units.teamA)).toEqual({ member_accounts: { value: 3, ruled: true }, articles: { value: 6, ruled: false } });
    expect(await plan(planner, file)).toMatchObject({ changes: [], unchanged: 4 });
    expect(await accept(planner, first)).toMatchObject({ value: { changedCount: 0 } });
    expect((await readTargetHistory(planner.actor, { unitId: units.district, year: 2026, page: 1 }, now))?.rows.map(({ origin }) => origin)).toEqual(["import", "import", "import", "import"]);
  });

  test("sets nothing of units that are not below one's own: targetUnitNotBelow", async () => {
    expect(await plan(officer, file, province.units.district)).toMatchObject({ problems: [{ row: 2, column: "A", code: "targetUnitNotBelow" }, { row: 4 }, { row: 5, code: "unitUnknown" }] });
    expect((await plan(leader, file, province.units.teamA)).changes).toEqual([]);
  });

  test("that is the template as it was downloaded changes nothing", async () => {
    const { units } = province;
    await set(planner, [[units.province, "articles", 2460], [units.district, "articles", 90], [units.district, "transacting_rate", 40.5]]);
    const template = await targetTemplate(planner, { unit: units.province, year: 2026 }, now);
    if (!template.ok) throw new Error(template.error);
    const read = await plan(planner, new Uint8Array(await template.value.arrayBuffer()));
    expect(read).toEqual({ changes: [], unchanged: 3, problems: [], problemCount: 0 });
    expect(await targetTemplate(volunteer, { unit: units.province, year: 2026 }, now)).toEqual({ ok: false, error: "unknownOrForbidden" });
  });

  test("without columns of ours is headerMissing", async () => {
    const planned = await planTargetFile(planner.actor, { unit: province.units.province, year: 2026 }, () => Promise.resolve(ok(Buffer.from("Tên,Số\nA,1"))), now);
    expect(planned).toEqual({ ok: false, error: "headerMissing" });
  });
});

/** The second wall: what an application that forgot every check could do. */
describe("without any check in the application", () => {
  const denied = /42501|row-level security|permission denied/;
  const run = (person: Person, sql: string) => withActor(person.actor, (tx) => tx.$executeRawUnsafe(sql));
  const insert = (person: Person, unitId: string, by = person.actor.userId) => run(person, `insert into target (id, province_id, unit_id, year, indicator, value, set_by_id, set_at, origin)
    values (gen_random_uuid(), app_province(), '${unitId}', 2026, 'articles', 6, '${by}', now(), 'hand')`);

  test("nobody sets the targets of units that are not theirs to set, nor in another's name", async () => {
    const { units } = province;
    for (const unitId of [units.district, units.province]) await expect(insert(officer, unitId)).rejects.toThrow(denied);
    for (const person of Object.values(others)) await expect(insert(person, units.teamB)).rejects.toThrow(denied);
    await expect(insert(planner, units.teamA, officer.actor.userId)).rejects.toThrow(denied);
    expect(await insert(officer, units.teamA)).toBe(1);
    await expect(insert(planner, units.teamA)).rejects.toThrow();
  });

  test("nobody rewrites what was set, and it stops to speak once, in the name of who ends it", async () => {
    const { units } = province;
    await set(planner, [[units.district, "articles", 6], [units.teamA, "articles", 6]]);
    const end = (person: Person) => run(person, `update target set superseded_at = now(), superseded_by_id = '${person.actor.userId}'`);
    for (const person of Object.values(others)) expect(await end(person)).toBe(0);
    await expect(run(planner, "update target set value = 7")).rejects.toThrow(denied);
    await expect(run(planner, "delete from target")).rejects.toThrow(denied);
    await expect(run(planner, `update target set superseded_at = now(), superseded_by_id = '${officer.actor.userId}'`)).rejects.toThrow(denied);
    expect(await end(officer)).toBe(1);
    expect(await end(planner)).toBe(1);
    expect(await end(planner)).toBe(0);
  });
});
