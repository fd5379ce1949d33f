import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Person } from "@/lib/server/auth/person";
import { loadChangedEntries } from "@/lib/server/changes/load-changed-entries";
import { withActor } from "@/lib/server/database/with-actor";
import { decideEvidence } from "@/lib/server/evidence/decide-evidence";
import { makeWithdraw, makeReview } from "../../factories/commands";
import { act } from "../../factories/households";
import { addActivations, addInformed, addOutreach, atSecond, makePoliceProvince, now, say, type PoliceProvince } from "../../factories/evidence";

let province: PoliceProvince;
let verifier: Person;
let otherVerifier: Person;
let helper: Person;

beforeAll(async () => {
  province = await makePoliceProvince();
  verifier = await province.addPolice("policeVerifier", province.areas.commune);
  otherVerifier = await province.addPolice("policeVerifier", province.areas.otherCommune);
  helper = await province.addPolice("policeHelper", province.areas.commune);
});
beforeEach(() => province.removeEntries());
afterAll(() => province.remove());

async function decide(person: Person, decisions: readonly ReturnType<typeof say>[], at = now) {
  const decided = await decideEvidence(person.actor, decisions as never, at);
  if (!decided.ok) throw new Error(decided.error);
  return decided.value.answers.map((answer) => (answer.answer === "refused" ? answer.code : answer.answer));
}

const standingOf = async (outcomeId: string) =>
  (await province.client.query("select standing from outcome_standing where outcome_id = $1", [outcomeId])).rows[0]?.standing;
const matched = async (): Promise<number> =>
  Number((await province.client.query("select coalesce(sum(delta), 0) as sum from tally where stage = 'matched'")).rows[0].sum);
const said = async () =>
  (await province.client.query<{ verdict: string; reason: string | null; by: string; helper: string | null }>(
    "select verdict, reason, decided_by_id as by, helper_id as helper from evidence where source <> 'register' order by decided_at, id")).rows;

describe("a verifier of the area", () => {
  test("confirms a page at once: it counts, and the log says who and when but not what", async () => {
    const checked = await addActivations(province, 40);
    expect(await decide(verifier, checked.map((one) => say(one, "confirmed")))).toEqual(checked.map(() => "accepted"));
    expect(await standingOf(checked[0]!.outcomeId)).toBe("confirmedByPolice");
    expect(await matched()).toBe(40);
    const { rows } = await province.client.query("select actor_id, answer from command_log where type = 'decideEvidence'");
    expect(rows).toHaveLength(40);
    expect(JSON.stringify(rows)).not.toMatch(/confirmed|Trần/);
  });

  test("refuses with a reason that the author hears", async () => {
    const [one] = await addActivations(province, 1);
    expect(await decide(verifier, [say(one!, "refused")])).toEqual(["reasonMissing"]);
    expect(await decide(verifier, [say(one!, "refused", { reason: "unreachable" })])).toEqual(["reasonMissing"]);
    expect(await decide(verifier, [say(one!, "refused", { reason: "notActivated" })])).toEqual(["accepted"]);
    expect(await matched()).toBe(0);
    const [entry] = await withActor(province.volunteerA.actor, (tx) => loadChangedEntries(tx, [one!.entryId], { withContent: false }));
    expect(entry?.outcomes[0]).toMatchObject({ standing: "refusedByPolice", reason: "notActivated" });
  });

  test("confirms households of hamlets, also of the communes that the own one took in", async () => {
    const checked = await addInformed(province, province.areas.hamlet, ["Phan Văn Bảy", "Lê Thị Tám"]);
    expect(await decide(verifier, checked.map((one) => say(one, "confirmed")))).toEqual(["accepted", "accepted"]);
    expect(await matched()).toBe(2);
  });

  test("takes the last word back for a minute: it waits again", async () => {
    const [one] = await addActivations(province, 1);
    const word = say(one!, "confirmed");
    await decide(verifier, [word]);
    expect(await decide(verifier, [say(one!, "withdrawn", { over: word.id })], atSecond(80))).toEqual(["undoTooLate"]);
    expect(await decide(verifier, [say(one!, "withdrawn", { over: word.id })], atSecond(50))).toEqual(["accepted"]);
    expect([await standingOf(one!.outcomeId), await matched()]).toEqual(["awaitingPolice", 0]);
    expect(await decide(verifier, [say(one!, "refused", { reason: "other" })], atSecond(51))).toEqual(["accepted"]);
  });

  test("changes an earlier word knowing it, never unknowingly", async () => {
    const [one] = await addActivations(province, 1);
    const word = say(one!, "confirmed");
    await decide(verifier, [word]);
    expect(await decide(verifier, [say(one!, "refused", { reason: "notFound" })], atSecond(5))).toEqual(["versionConflict"]);
    expect(await decide(verifier, [say(one!, "refused", { reason: "notFound", over: word.id })], atSecond(6))).toEqual(["accepted"]);
    expect(await standingOf(one!.outcomeId)).toBe("refusedByPolice");
  });

  test("sent again, a decision is answered as before and written once; another under its id is refused", async () => {
    const [one, two] = await addActivations(province, 2);
    const word = say(one!, "confirmed");
    expect(await decide(verifier, [word, word])).toEqual(["accepted", "accepted"]);
    expect(await decide(verifier, [word], atSecond(500))).toEqual(["accepted"]);
    expect(await decide(verifier, [{ ...word, verdict: "refused", reason: "other" } as never])).toEqual(["contentConflict"]);
    expect(await decide(verifier, [{ ...word, outcomeId: two!.outcomeId }])).toEqual(["contentConflict"]);
    expect(await said()).toHaveLength(1);
    expect(await matched()).toBe(1);
  });

  test("who confirms and takes back within one request ends where it began", async () => {
    const [one] = await addActivations(province, 1);
    const word = say(one!, "confirmed");
    expect(await decide(verifier, [word, say(one!, "withdrawn", { over: word.id })])).toEqual(["accepted", "accepted"]);
    expect(await standingOf(one!.outcomeId)).toBe("awaitingPolice");
  });

  test("hears that an entry was overturned or a key corrected meanwhile", async () => {
    const [one, two] = await addActivations(province, 2);
    await act(province.officer, [makeReview(one!.entryId, 2, "overturn", { note: "Người dân nói chưa được giúp." })], now);
    const answers = await decide(verifier, [say(one!, "confirmed"), say(two!, "confirmed", { revision: 2 })]);
    expect(answers).toEqual(["unknownOrForbidden", "versionConflict"]); // an entry that isn't confirmed is none of the police's
  });

  test("never decides an own entry", async () => {
    const both = await province.addPolice("policeVerifier", province.areas.commune, [{ role: "volunteer", unitId: province.units.teamA }]);
    const [own] = await addActivations(province, 1, { author: both });
    expect(await decide(both, [say(own!, "confirmed")])).toEqual(["ownEntry"]);
    expect(await said()).toEqual([]);
  });
});

describe("whoever is not the police of the area", () => {
  test("hears the same of what is not theirs and of what does not exist", async () => {
    const [ours] = await addActivations(province, 1);
    const [theirs] = await addActivations(province, 1, { team: "B" });
    const words = [say(theirs!, "confirmed"), say({ outcomeId: randomUUID() }, "confirmed")];
    expect(await decide(verifier, words)).toEqual(["unknownOrForbidden", "unknownOrForbidden"]);
    for (const person of [otherVerifier, province.leaderA, province.officer, province.volunteerA, province.leaderB]) {
      expect(await decide(person, [say(ours!, "confirmed")])).toEqual(["unknownOrForbidden"]);
    }
    expect(await said()).toEqual([]);
  });

  test("writes nothing past the application either", async () => {
    const [ours] = await addActivations(province, 1);
    const insert = (person: Person, source: string) => withActor(person.actor, (tx) => tx.$executeRawUnsafe(
      `insert into evidence (id, province_id, outcome_id, outcome_revision, source, verdict, decided_at, decided_by_id)
       values (gen_random_uuid(), app_province(), '${ours!.outcomeId}', 1, '${source}', 'confirmed', now(), app_user())`));
    for (const person of [otherVerifier, helper, province.leaderA, province.officer]) await expect(insert(person, "police")).rejects.toThrow(/row-level security/);
    await expect(insert(verifier, "officer")).rejects.toThrow(/row-level security/);
    expect(await insert(verifier, "police")).toBe(1);
  });
});

describe("a helper of the police", () => {
  test("proposes, which counts for nothing until a verifier says the same: then both names are kept", async () => {
    const [one, two, three] = await addActivations(province, 3);
    expect(await decide(helper, [say(one!, "confirmed"), say(two!, "refused", { reason: "notFound" }), say(three!, "confirmed")]))
      .toEqual(["proposed", "proposed", "proposed"]);
    expect([await matched(), await said()]).toEqual([0, []]);
    await decide(verifier, [say(one!, "confirmed"), say(two!, "refused", { reason: "notFound" }), say(three!, "refused", { reason: "wrongPerson" })]);
    const by = verifier.actor.userId;
    expect(new Set(await said())).toEqual(new Set([
      { verdict: "confirmed", reason: null, by, helper: helper.actor.userId },
      { verdict: "refused", reason: "notFound", by, helper: helper.actor.userId },
      { verdict: "refused", reason: "wrongPerson", by, helper: null },
    ]));
  });

  test("changes or takes back the own proposal, not another helper's, and none after the verdict", async () => {
    const [one] = await addActivations(province, 1);
    const second = await province.addPolice("policeHelper", province.areas.commune);
    await decide(helper, [say(one!, "confirmed")]);
    expect(await decide(second, [say(one!, "refused", { reason: "other" })])).toEqual(["versionConflict"]);
    expect(await decide(helper, [say(one!, "refused", { reason: "other" })])).toEqual(["proposed"]);
    expect(await decide(helper, [say(one!, "withdrawn")])).toEqual(["proposed"]);
    expect(await decide(second, [say(one!, "confirmed")])).toEqual(["proposed"]);
    await decide(verifier, [say(one!, "confirmed")]);
    expect(await decide(second, [say(one!, "withdrawn")])).toEqual(["versionConflict"]);
  });

  test("never for a team for which the helper records, whatever the application forgets", async () => {
    const ofTeam = await province.addPolice("policeHelper", province.areas.commune, [{ role: "volunteer", unitId: province.units.teamA }]);
    const [one] = await addActivations(province, 1);
    expect(await decide(ofTeam, [say(one!, "confirmed")])).toEqual(["ownTeam"]);
    await expect(withActor(ofTeam.actor, (tx) => tx.$executeRawUnsafe(
      `insert into evidence_proposal (province_id, outcome_id, outcome_revision, verdict, helper_id, proposed_at)
       values (app_province(), '${one!.outcomeId}', 1, 'confirmed', app_user(), now())`))).rejects.toThrow(/row-level security/);
  });
});

describe("articles and events", () => {
  test("are checked by the officer above, by nobody else", async () => {
    const { article, event } = await addOutreach(province);
    const outside = await province.addActingPerson("officer", province.units.teamB);
    for (const person of [outside, verifier, helper, province.leaderA]) expect(await decide(person, [say(article, "confirmed")])).toEqual(["unknownOrForbidden"]);
    expect(await decide(province.officer, [say(article, "confirmed"), say(event, "refused", { reason: "notHeld" })])).toEqual(["accepted", "accepted"]);
    expect([await standingOf(article.outcomeId), await standingOf(event.outcomeId), await matched()]).toEqual(["checkedByOfficer", "refusedByOfficer", 1]);
  });

  test("that were withdrawn meanwhile are no longer open", async () => {
    const { article } = await addOutreach(province);
    await act(province.officer, [makeReview(article.entryId, 2, "reopen", { note: "Xem lại đường dẫn." })], now);
    await act(province.leaderA, [makeReview(article.entryId, 3, "return", { reason: "needsExplanation", note: "Đường dẫn không mở được." })], now);
    await act(province.volunteerA, [makeWithdraw(article.entryId, 4)], now);
    expect(await decide(province.officer, [say(article, "confirmed")])).toEqual(["versionConflict"]);
  });
});
