import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Person } from "@/lib/server/auth/person";
import { withActor, withProvince } from "@/lib/server/database/with-actor";
import { insertRows } from "../../../prisma/demo/insert-rows";
import { makeRecord, makeReview, makeWithdrawConsent } from "../../factories/commands";
import { addActivations, addOutreach, decidedAt, makePoliceProvince, type Checked, type PoliceProvince } from "../../factories/evidence";
import { makeDossier, makeHelpSession, makeOutcome, makePerson } from "../../factories/help-session";
import { act } from "../../factories/households";
import { acceptRegister } from "../../factories/register";

/** The second wall: what an application that forgot every check would see and do. */
let province: PoliceProvince;
let mixed: { readonly entryId: string; readonly activationId: string; readonly dossierId: string };
let article: Checked;
let police: Person;
let keeper: Person;
const outsiders: Record<string, Person> = {};

const registers = ["member", "import_batch", "register_record", "import_problem", "import_layout", "member_staging"];
const claims = ["entry", "outcome", "subject", "consent", "review_event", "evidence", "evidence_proposal", "code_proposal", "outcome_standing", "past_standing"];

beforeAll(async () => {
  province = await makePoliceProvince();
  const { client, units, areas, provinceId: province_id } = province;
  police = await province.addPolice("policeVerifier", areas.commune);
  keeper = await province.addActingPerson("provinceVerifier", units.province);
  const helper = await province.addPolice("policeHelper", areas.commune);
  Object.assign(outsiders, {
    volunteer: province.volunteerB, leader: province.leaderB, planner: await province.addActingPerson("provincePlanner", units.province),
    observer: await province.addActingPerson("observer", units.province), police: await province.addPolice("policeVerifier", areas.otherCommune),
  });
  const [activation, dossier] = [makeOutcome("vneidActivated"), makeDossier({ dossierCode: "H08.21-260807-0041" })];
  const command = makeRecord(units.teamA, makeHelpSession({ subject: makePerson(), outcomes: [activation, dossier] }));
  mixed = { entryId: command.entryId, activationId: activation.id, dossierId: dossier.id };
  await act(province.volunteerA, [command], decidedAt);
  await act(province.leaderA, [makeReview(mixed.entryId, 1, "confirm")], decidedAt);
  ({ article } = await addOutreach(province));
  await acceptRegister(province, [{ dossier: "H08.21-260807-0041", receivedOn: "2026-08-07" }], "2026-08-10T03:00:00.000Z");
  const [{ id: batch_id }] = (await client.query("select id from import_batch")).rows;
  const person = { number_hash: "\\x01", unit_id: units.teamA, last_four: "1234" };
  await insertRows(client, "member", [{ id: randomUUID(), province_id, hash_version: 1, valid_from: "2022-05-01", ...person }]);
  await insertRows(client, "member_staging", [{ province_id, batch_id, row_number: 1, ...person }]);
  await insertRows(client, "import_problem", [{ province_id, batch_id, row_number: 1, field: "code", code: "required" }]);
  await insertRows(client, "import_layout", [{ province_id, kind: "dossier", signature: "s", name: "VNPT iGate", mapping: {}, saved_by_id: keeper.actor.userId, saved_at: decidedAt }]);
  await insertRows(client, "code_proposal", [{ province_id, outcome_id: mixed.dossierId, outcome_revision: 1, code: "H08.21-260807-0042", proposed_at: decidedAt }]);
  await insertRows(client, "evidence_proposal", [
    { province_id, outcome_id: mixed.activationId, outcome_revision: 1, verdict: "confirmed", helper_id: helper.actor.userId, proposed_at: decidedAt }]);
});
afterAll(() => province.remove());

/** Straight SQL in the transaction of a person; `:p` and `:u` are the province and the person. */
const run = (person: Person, sql: string) =>
  withActor(person.actor, (tx) => tx.$executeRawUnsafe(sql.replace(/(?<!:):p\b/g, "app_province()").replace(/(?<!:):u\b/g, "app_user()")));
const seenBy = async (person: Person, tables: readonly string[]) =>
  withActor(person.actor, async (tx) => {
    const seen: string[] = [];
    for (const table of tables) if ((await tx.$queryRawUnsafe<object[]>(`select from ${table} limit 1`)).length > 0) seen.push(table);
    return seen;
  });
const denied = /42501|row-level security|permission denied/;

describe("without any check in the application", () => {
  test("the registers are the keeper's alone", async () => {
    expect(await seenBy(keeper, registers)).toEqual(registers);
    for (const person of [...Object.values(outsiders), police, province.officer, province.leaderA]) expect(await seenBy(person, registers)).toEqual([]);
    expect(await withProvince(province.provinceId, (tx) => tx.$queryRawUnsafe("select from register_record"))).toEqual([]);
    expect(await seenBy({ ...keeper, actor: { ...keeper.actor, provinceId: randomUUID() } }, registers)).toEqual([]);
    expect(await seenBy({ ...keeper, actor: { ...keeper.actor, active: false } }, [...registers, ...claims])).toEqual([]);
  });

  test("what is claimed and said of it is seen by its author and those above, by nobody else", async () => {
    expect(await seenBy(province.leaderA, claims)).toEqual(claims);
    for (const [who, person] of Object.entries(outsiders)) expect([who, await seenBy(person, claims)]).toEqual([who, []]);
    expect(await seenBy({ ...police, actor: { ...police.actor, active: false } }, claims)).toEqual([]);
  });

  test("the police sees what it confirms and whom that is about, not what else was done, said and looked at", async () => {
    expect(await seenBy(police, [...claims, "command_log", "access_log"])).toEqual(["entry", "outcome", "subject", "evidence_proposal", "outcome_standing"]);
    const kinds = await withActor(police.actor, (tx) => tx.$queryRaw<{ kind: string }[]>`select kind from outcome`);
    expect(kinds).toEqual([{ kind: "vneidActivated" }]);
  });

  test("the police changes nothing of it", async () => {
    for (const sql of [
      "update entry set status = 'refused'", "update outcome set quantity = 5", "update outcome set voided_at = now()", "update subject set erased_at = null, sex = null",
      "update consent set withdrawn_at = now()", "delete from evidence_proposal",
    ]) expect([sql, await run(police, sql)]).toEqual([sql, 0]);
    await expect(run(police, `insert into outcome (id, province_id, entry_id, position, kind, revision, indicators, quantity, claimed_at)
      values (gen_random_uuid(), :p, '${mixed.entryId}', 9, 'vneidActivated', 1, '{}', 1, now())`)).rejects.toThrow(denied);
    await expect(run(police, `insert into double_decision (province_id, entry_id, other_id, verdict, decided_by_id, decided_at)
      values (:p, '${mixed.entryId}', '${mixed.entryId}', 'different', :u, now())`)).rejects.toThrow(denied);
  });
});

describe("nobody counts by writing", () => {
  const tally = (unit: string, stage: string) =>
    `insert into tally (province_id, unit_id, indicator, stage, decided_on, happened_on, delta) values (:p, '${unit}', 'households', '${stage}', '2026-08-07', '2026-08-07', 100)`;
  const evidence = (outcome: string, source: string) => `insert into evidence (id, province_id, outcome_id, outcome_revision, source, verdict, decided_at, decided_by_id)
    values (gen_random_uuid(), :p, '${outcome}', 1, '${source}', 'confirmed', now(), :u)`;

  test("tallies: none as matched, none of units that are not one's own", async () => {
    const { teamA, teamB } = province.units;
    for (const person of [province.leaderA, province.volunteerA, keeper]) await expect(run(person, tally(teamA, "matched"))).rejects.toThrow(denied);
    for (const person of [province.leaderA, province.volunteerA, police]) await expect(run(person, tally(teamB, "confirmed"))).rejects.toThrow(denied);
    await expect(run(police, tally(teamA, "confirmed"))).rejects.toThrow(denied);
  });

  test("evidence: the register's by nobody, the police's and the officer's by themselves", async () => {
    for (const source of ["register", "police", "officer"]) {
      for (const person of [province.leaderA, province.volunteerA, keeper]) await expect(run(person, evidence(mixed.activationId, source))).rejects.toThrow(denied);
    }
    await expect(run(police, evidence(mixed.dossierId, "police"))).rejects.toThrow(denied);
    await expect(run(police, evidence(article.outcomeId, "officer"))).rejects.toThrow(denied);
    await expect(run(province.officer, evidence(mixed.activationId, "police"))).rejects.toThrow(denied);
  });

  test("a verifier of one area who helps in another says no last word there", async () => {
    const { commune, otherCommune } = province.areas;
    const both = await province.addPolice("policeHelper", commune);
    await insertRows(province.client, "role_assignment", [
      { id: randomUUID(), province_id: province.provinceId, user_id: both.actor.userId, role: "policeVerifier", area_id: otherCommune, valid_from: "2022-05-01" }]);
    const actor = { ...both.actor, assignments: [...both.actor.assignments, { ...both.actor.assignments[0]!, role: "policeVerifier" as const, areaId: otherCommune }] };
    const [one] = await addActivations(province, 1);
    await expect(run({ ...both, actor }, evidence(one!.outcomeId, "police"))).rejects.toThrow(denied);
    const [other] = await addActivations(province, 1, { team: "B" });
    expect(await run({ ...both, actor }, evidence(other!.outcomeId, "police"))).toBe(1);
  });

  test("standings and proposals of codes are written by nobody, rules and periods by the keeper", async () => {
    for (const sql of ["update outcome_standing set standing = 'matched'", "delete from outcome_standing", "update past_standing set standing = 'matched'", "delete from past_standing", "delete from code_proposal", "delete from evidence", "delete from period", "update rule_change set rule = 'x'"]) {
      await expect(run(keeper, sql)).rejects.toThrow(denied);
    }
    const rule = `insert into rule_change (id, province_id, rule, before, after, changed_count, set_by_id, set_at) values (gen_random_uuid(), :p, 'schemeStart', '{}', '{}', 0, BY, now())`;
    const refusal = `insert into refusal_rule (id, province_id, code, parameters, valid_from, set_by_id, set_at) values (gen_random_uuid(), :p, 'x', '{}', '2022-05-01', BY, now())`;
    const period = `insert into period (id, province_id, "from", through, as_of, closed_at, closed_by_id) values (gen_random_uuid(), :p, '2026-01-01', '2026-01-31', '2026-02-01', now(), BY)`;
    for (const sql of [rule, refusal, period]) {
      for (const person of [province.officer, province.leaderA, province.volunteerA, police]) await expect(run(person, sql.replace("BY", ":u"))).rejects.toThrow(denied);
      await expect(run(keeper, sql.replace("BY", `'${police.actor.userId}'`))).rejects.toThrow(denied);
    }
    expect(await run(province.officer, "update indicator_version set window_from = '2000-01-01'")).toBe(0);
    expect(await run(keeper, period.replace("BY", ":u"))).toBe(1);
    expect(await run(keeper, "update period set closed_at = null, closed_by_id = :u")).toBe(0);
  });

  test("the register that speaks is neither added to nor thinned out, nor put under another's name", async () => {
    expect(await run(keeper, "delete from register_record")).toBe(0);
    await expect(run(keeper, "insert into register_record (province_id, import_batch_id, row_number, kind) select :p, id, 99, 'dossier' from import_batch limit 1")).rejects.toThrow(denied);
    await expect(run(keeper, "update import_batch set imported_by_id = :u")).rejects.toThrow(denied);
    await expect(run(keeper, "update member set number_hash = '\\x02'")).rejects.toThrow(denied);
    await expect(run(keeper, `insert into import_batch (id, province_id, kind, status, file_digest, imported_by_id, started_at)
      values (gen_random_uuid(), :p, 'dossiers', 'reading', '', '${police.actor.userId}', now())`)).rejects.toThrow(denied);
  });
});

describe("functions that see more than their caller", () => {
  test("count anew for the keeper only", async () => {
    for (const person of [province.volunteerA, province.leaderA, province.officer, police]) {
      await expect(run(person, "select settle_rules(now(), gen_random_uuid())")).rejects.toThrow(denied);
      await expect(run(person, "select settle_import(gen_random_uuid(), now())")).rejects.toThrow(denied);
      await expect(run(person, "select settle_outcomes('{}', now(), null, '{}')")).rejects.toThrow(denied);
    }
  });

  test("tell others nothing", async () => {
    for (const [who, person] of Object.entries({ ...outsiders, stranger: { ...keeper, actor: { ...keeper.actor, provinceId: randomUUID() } } })) {
      const [told] = await withActor(person.actor, (tx) => tx.$queryRawUnsafe<object[]>(`
        select propose_codes(now(), 10)::int as asked, (select count(*)::int from register_standings(now())) as standings,
               (select count(*)::int from unfound_by_unit('dossier', '2026-11-01')) as unfound, (select count(*)::int from police_backlog(now()) where area_id = '${province.areas.old}') as backlog,
               (select count(*)::int from member_paper_dossiers('${province.units.teamA}', '2022-01-01', '2030-01-01', array['x'])) as paper,
               (police_confirms('${mixed.entryId}') and not app_is_police()) as confirms`));
      expect([who, told]).toEqual([who, { asked: 0, standings: 0, unfound: 0, backlog: 0, paper: 0, confirms: false }]);
    }
  });

  test("look names up in the schema alone, and are called by nobody by default", async () => {
    const { rows } = await province.client.query<{ name: string; config: string[] | null; open: boolean }>(`
      select proname as name, proconfig as config, has_function_privilege('public', oid, 'execute') as open
      from pg_proc where prosecdef and pronamespace = 'public'::regnamespace`);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter(({ config, open }) => open || !config?.includes("search_path=public, pg_temp"))).toEqual([]);
  });

  test("no table of the province is without its wall", async () => {
    const { rows } = await province.client.query(`
      select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> '_prisma_migrations'
        and not (relrowsecurity and relforcerowsecurity)`);
    expect(rows).toEqual([]);
  });
});

test("a consent taken back cuts the outcome from the register's row: that it was found stays, which row it was doesn't", async () => {
  const evidence = async () => (await province.client.query("select verdict, import_batch_id, row_number from evidence where outcome_id = $1", [mixed.dossierId])).rows;
  expect(await evidence()).toEqual([{ verdict: "found", import_batch_id: expect.any(String), row_number: 1 }]);
  await run(police, `select forget_matches(array['${mixed.entryId}'::uuid])`);
  expect(await evidence()).toMatchObject([{ row_number: 1 }]);
  await act(province.volunteerA, [makeWithdrawConsent(mixed.entryId)], "2026-08-21T03:00:00.000Z");
  expect(await evidence()).toEqual([{ verdict: "found", import_batch_id: null, row_number: null }]);
  expect((await province.client.query("select from code_proposal")).rows).toEqual([]);
  expect((await province.client.query("select from register_record")).rows).toHaveLength(1);
});
