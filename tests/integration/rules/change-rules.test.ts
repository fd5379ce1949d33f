import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { POST } from "@/app/api/rules/route";
import type { RuleChange } from "@/lib/domain/rules/rule-change";
import type { Refusal } from "@/lib/domain/refusal";
import { Instant } from "@/lib/domain/time/local-date";
import type { RuleApplied, RulePreview } from "@/lib/protocol/rules";
import type { Person } from "@/lib/server/auth/person";
import { readChanges } from "@/lib/server/changes/read-changes";
import { readRules } from "@/lib/server/rules/read-rules";
import { makeRecord, makeReview } from "../../factories/commands";
import { makeDossier, makeHelpSession, makeOutcome } from "../../factories/help-session";
import { act, addCampaign, makeHouseholdVisit, makeVisitCommand } from "../../factories/households";
import { makePost } from "../../factories/post";
import { makeSessionCookie } from "../../factories/session";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let verifier: Person;
let officer: Person;
let volunteerA: Person;
let leaderA: Person;
let hamlet: string;
const recordedAt = "2026-08-07T12:00:00.000Z";

beforeAll(async () => {
  province = await makeWorkingProvince();
  ({ officer, volunteerA, leaderA } = await province.addStaff());
  verifier = await province.addActingPerson("provinceVerifier", province.units.province);
  hamlet = (await addCampaign(province.client, province)).sharedHamlet;
});
afterAll(() => province.remove());
beforeEach(async () => {
  await province.client.query(`
    truncate outcome_standing, evidence, rule_change, household cascade;
    delete from refusal_rule where set_by_id is not null;
    delete from indicator_version where valid_from <> '2022-05-01';
    update indicator_version set valid_to = null, window_from = case indicator when 'online_dossiers' then '2023-03-01'::date when 'vneid_accounts' then '2023-03-01' else '2022-05-01' end,
      evidence_rule = case indicator when 'households' then '{"source":"none"}'::jsonb else evidence_rule end`);
  await province.removeEntries();
});

type Answer = Partial<RulePreview & RuleApplied> & { readonly error?: Refusal };

async function ask(person: Person, body: object): Promise<Answer> {
  const cookie = await makeSessionCookie(province.client, person.actor.userId);
  return (await (await POST(makePost(body, { cookie }))).json()) as Answer;
}
const preview = (change: RuleChange | object, person = verifier) => ask(person, { action: "preview", wish: { change } });
async function change(wanted: RuleChange | object, id: string = randomUUID()): Promise<Answer> {
  const { before: seen } = await preview(wanted);
  return ask(verifier, { action: "apply", id, wish: { change: wanted }, seen });
}
async function undo(undoes: string): Promise<Answer> {
  const { before: seen, error } = await ask(verifier, { action: "preview", wish: { undoes } });
  return error ? { error } : ask(verifier, { action: "apply", id: randomUUID(), wish: { undoes }, seen });
}

/** A dossier received on a day, recorded and confirmed. */
async function addDossier(day: string): Promise<string> {
  const content = makeHelpSession({ happenedAt: "2026-08-07T02:00:00.000Z", outcomes: [makeDossier({ dossierCode: `H08.21-${day}-0041` })] });
  const command = makeRecord(province.units.teamA, content);
  await act(volunteerA, [command]);
  await act(leaderA, [makeReview(command.entryId, 1, "confirm")]);
  return command.entryId;
}

async function addVisit(): Promise<void> {
  const command = makeVisitCommand(province.units.teamA, makeHouseholdVisit({ areaId: hamlet }, { hasAccount: true }));
  await act(volunteerA, [command], recordedAt);
  await act(leaderA, [makeReview(command.entryId, 1, "confirm")], recordedAt);
}

async function tallies(): Promise<Record<string, number>> {
  const { rows } = await province.client.query<{ cell: string; sum: string }>(
    "select concat_ws(' ', indicator, stage) as cell, sum(delta) from tally group by 1 having sum(delta) <> 0");
  return Object.fromEntries(rows.map(({ cell, sum }) => [cell, Number(sum)]));
}
const reasons = async () => (await province.client.query("select not_counted from outcome order by id")).rows.map(({ not_counted }) => not_counted as string | null);

describe("a preview", () => {
  test("says what would change by unit, indicator and stage, and changes nothing", async () => {
    await addDossier("230115");
    await addDossier("230515");
    const before = await tallies();
    const shown = await preview({ rule: "windowFrom", indicator: "online_dossiers", date: "2023-01-01" });
    expect(shown).toMatchObject({ changedCount: 1, consideredCount: 2, before: { spans: [{ value: "2023-03-01" }] }, after: { spans: [{ value: "2023-01-01" }] } });
    expect(shown.effects).toEqual(["confirmed", "recorded"].map((stage) => ({
      unitId: province.units.district, unitName: "Huyện đoàn Tuy Phước", indicator: "online_dossiers", stage, before: 1, delta: 1,
    })));
    expect(await tallies()).toEqual(before);
    expect((await readRules(verifier.actor)).history).toEqual([]);
  });

  test("is what the change then does", async () => {
    await addDossier("230115");
    const wanted = { rule: "windowFrom", indicator: "online_dossiers", date: "2023-01-01" };
    const shown = await preview(wanted);
    const done = await change(wanted);
    expect(done.changedCount).toBe(shown.changedCount);
    expect(await tallies()).toEqual({ "online_dossiers recorded": 1, "online_dossiers confirmed": 1 });
    const { rows } = await province.client.query("select sum(delta)::int as sum from tally where batch_id = $1", [done.id]);
    expect(rows[0].sum).toBe(shown.effects?.reduce((sum, { delta }) => sum + delta, 0));
  });
});

describe("a change", () => {
  test("of the start of the scheme keeps refused outcomes with their reason, and their author hears of it", async () => {
    const entryId = await addDossier("230515");
    const read = (cursor?: string) => readChanges(volunteerA, {
      personId: volunteerA.actor.userId, headers: new Headers(), now: Instant.parse(new Date().toISOString()), ...(cursor ? { cursor } : {}),
    });
    const { cursor } = await read();
    await change({ rule: "schemeStart", date: "2024-01-01" });
    expect(await reasons()).toEqual(["dossierBeforeScheme"]);
    expect((await read(cursor)).entries).toMatchObject([{ id: entryId, status: "confirmed", outcomes: [{ indicators: [], notCounted: "dossierBeforeScheme" }] }]);
  });

  test("is one line of the log and of the history: who, when, what, how much", async () => {
    await addDossier("230515");
    const id = randomUUID();
    await change({ rule: "schemeStart", date: "2024-01-01" }, id);
    expect((await readRules(verifier.actor)).history).toMatchObject([{
      id, name: verifier.name, changedCount: 1, before: { date: "2022-05-01" }, after: { date: "2024-01-01" }, isUndo: false, canUndo: true,
    }]);
    const { rows } = await province.client.query("select type, actor_id from command_log where id = $1", [id]);
    expect(rows).toEqual([{ type: "changeRule", actor_id: verifier.actor.userId }]);
  });

  test("sent twice is done once", async () => {
    const id = randomUUID();
    const wanted = { rule: "futureTolerance", days: 3 };
    const { before: seen } = await preview(wanted);
    const body = { action: "apply", id, wish: { change: wanted }, seen };
    expect(await ask(verifier, body)).toEqual(await ask(verifier, body));
    expect((await readRules(verifier.actor)).history).toHaveLength(1);
  });

  test("of the evidence from a day on ends the definition there and begins the next", async () => {
    await addVisit();
    expect(await tallies()).toMatchObject({ "households matched": 1 });
    const wanted = { rule: "evidence", indicator: "households", source: "police", from: "2024-01-01" };
    expect((await preview(wanted)).effects).toMatchObject([{ indicator: "households", stage: "matched", before: 1, delta: -1 }]);
    expect((await change(wanted)).changedCount).toBe(1);
    const { rules } = await readRules(verifier.actor);
    expect(rules.indicators.find(({ indicator }) => indicator === "households")?.evidence).toEqual([
      { from: "2022-05-01", value: "none" }, { from: "2024-01-01", value: "police" },
    ]);
    const { rows } = await province.client.query(
      "select valid_from::text, valid_to::text, window_from::text from indicator_version where indicator = 'households' order by valid_from");
    expect(rows).toEqual([
      { valid_from: "2022-05-01", valid_to: "2024-01-01", window_from: "2022-05-01" }, { valid_from: "2024-01-01", valid_to: null, window_from: "2022-05-01" },
    ]);
    expect(await tallies()).not.toHaveProperty("households matched");
  });

  test("of the units not allowed refuses what they and those below recorded", async () => {
    await addDossier("230515");
    await change({ rule: "unitsNotAllowed", unitIds: [province.units.district] });
    expect(await reasons()).toEqual(["unitNotAllowed"]);
    expect(await tallies()).toEqual({});
    expect((await readRules(verifier.actor)).rules.unitsNotAllowed).toEqual([{ id: province.units.district, name: "Huyện đoàn Tuy Phước" }]);
  });

  test("to what the rule says already is nothingChanges", async () => {
    expect((await preview({ rule: "schemeStart", date: "2022-05-01" })).error).toEqual({ code: "nothingChanges" });
    expect((await preview({ rule: "futureTolerance", days: 1 })).error).toEqual({ code: "nothingChanges" });
  });

  test("that was looked at before somebody else changed the rule is ruleChangedSince", async () => {
    const { before: seen } = await preview({ rule: "schemeStart", date: "2023-01-01" });
    await change({ rule: "schemeStart", date: "2022-06-01" });
    const answer = await ask(verifier, { action: "apply", id: randomUUID(), wish: { change: { rule: "schemeStart", date: "2023-01-01" } }, seen });
    expect(answer.error).toEqual({ code: "ruleChangedSince" });
  });

  test("for a unit that doesn't exist names the field", async () => {
    expect((await preview({ rule: "unitsNotAllowed", unitIds: [randomUUID()] })).error).toEqual({ code: "unknownOrForbidden", field: "unitIds" });
  });
});

describe("taking a change back", () => {
  test.each([
    { rule: "schemeStart", date: "2024-01-01" },
    { rule: "windowFrom", indicator: "online_dossiers", date: "2024-01-01" },
    { rule: "evidence", indicator: "households", source: "police", from: "2024-01-01" },
    { rule: "futureTolerance", days: 9 },
  ])("of $rule is a change of its own after which everything counts as before", async (wanted) => {
    await addDossier("230515");
    await addVisit();
    const before = await tallies();
    const { rules } = await readRules(verifier.actor);
    const { id } = await change(wanted);
    expect((await undo(id!)).error).toBeUndefined();
    expect(await tallies()).toEqual(before);
    const after = await readRules(verifier.actor);
    expect({ ...after.rules, setBy: {} }).toEqual({ ...rules, setBy: {} });
    expect(after.history).toMatchObject([{ isUndo: true, canUndo: true }, { isUndo: false, canUndo: false }]);
  });

  test("is not possible once the rule says something else", async () => {
    const { id } = await change({ rule: "schemeStart", date: "2023-01-01" });
    await change({ rule: "schemeStart", date: "2024-01-01" });
    expect((await undo(id!)).error).toEqual({ code: "ruleChangedSince" });
  });
});

test("nobody else may ask, and hears nothing", async () => {
  const unknown = (await ask(verifier, { action: "preview", wish: { undoes: randomUUID() } })).error;
  for (const person of [officer, leaderA, volunteerA]) {
    expect((await preview({ rule: "schemeStart", date: "2024-01-01" }, person)).error).toEqual(unknown);
  }
});

test("who linked an account before a rule was set is judged by the one in force", async () => {
  const command = makeRecord(province.units.teamA, makeHelpSession({ outcomes: [makeOutcome("accountLinked")] }));
  await act(volunteerA, [command]);
  await change({ rule: "windowFrom", indicator: "member_accounts", date: "2026-08-08" });
  await change({ rule: "windowFrom", indicator: "citizen_accounts", date: "2026-08-08" });
  expect(await reasons()).toEqual(["activityBeforeScheme"]);
});
