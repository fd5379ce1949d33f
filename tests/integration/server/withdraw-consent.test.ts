import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Verdict } from "@/lib/protocol/commands";
import { Instant } from "@/lib/domain/time/local-date";
import type { Person } from "@/lib/server/auth/person";
import { readChanges } from "@/lib/server/changes/read-changes";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { findReviewedEntry } from "@/lib/server/review-queue/find-reviewed-entry";
import { makeAmend, makeManifest, makeRecord, makeReview, makeWithdrawConsent } from "../../factories/commands";
import { makeConsent, makeDossier, makeHelpSession, makeOutcome, makePerson } from "../../factories/help-session";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let volunteer: Person;
let leader: Person;
let entryId: string;
const device = makeManifest();
const now = "2026-08-07T03:00:00.000Z";

beforeAll(async () => {
  province = await makeWorkingProvince();
  volunteer = await province.addActingPerson("volunteer", province.units.teamA);
  leader = await province.addActingPerson("leader", province.units.teamA);
});
afterAll(() => province.remove());

const execute = (person: Person, ...commands: unknown[]): Promise<Verdict[]> => executeCommands(person, { device, commands }, { now });
const later = "2026-08-07T03:01:00.000Z";
const rowsOf = async (table: string, column = "entry_id", id = entryId) =>
  (await province.client.query(`select * from ${table} where ${column} = $1`, [id])).rows;

/** A dossier and an account of somebody with a phone, whom a child's guardian spoke for, confirmed by the leader with a note. */
beforeEach(async () => {
  const command = makeRecord(province.units.teamA, makeHelpSession({
    subject: makePerson({ phone: "0905 123 456", address: "Thôn 2", birth: { precision: "day", year: 2012, month: 3, day: 15 } }),
    consent: makeConsent({ purposes: ["record", "verify", "contact"], guardian: { name: "Lê Thị Bình" } }),
    outcomes: [makeOutcome("vneidActivated"), makeDossier()],
  }));
  ({ entryId } = command);
  expect(await execute(volunteer, command, makeAmend(entryId, 1, command.content))).toMatchObject([{ version: 1 }, { version: 2 }]);
  await execute(leader, makeReview(entryId, 2, "return", { reason: "needsExplanation", note: "Hỏi lại bà Bình" }));
  await execute(volunteer, makeAmend(entryId, 3, command.content));
  await execute(leader, makeReview(entryId, 4, "confirm"));
});

describe("a consent that is taken back", () => {
  test("destroys the citizen's key and everything by which they could be found", async () => {
    expect(await execute(volunteer, makeWithdrawConsent(entryId))).toMatchObject([{ verdict: "accepted", status: "withdrawn", version: 6 }]);
    const [entry] = await rowsOf("entry", "id");
    expect(await rowsOf("subject", "id", entry.subject_id)).toMatchObject([{
      wrapped_key: null, sealed: null, number_hash: null, phone_hash: null, last_four: null, birth_year: null, sex: null, commune_id: null, hamlet: null,
      erased_at: new Date(now),
    }]);
    const outcomes = await rowsOf("outcome");
    expect(outcomes).toHaveLength(2);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ key_hash: null, dossier_code: null });
    expect(JSON.stringify(entry)).not.toMatch(/Văn An|Bình|052095001234|0905123456|Thôn 2|H08\.21/);
    expect((await rowsOf("consent")).map(({ withdrawn_at }) => withdrawn_at)).toEqual([new Date(now), new Date(now), new Date(now)]);
  });

  test("takes the entry out of all numbers", async () => {
    const sums = () => province.client.query("select stage, sum(delta)::int as sum from tally group by stage order by stage");
    const before = (await sums()).rows;
    await execute(volunteer, makeWithdrawConsent(entryId));
    const after = new Map((await sums()).rows.map(({ stage, sum }) => [stage, sum]));
    // one dossier and one VNeID account, each recorded and confirmed
    expect(before.map(({ stage, sum }) => [stage, sum - after.get(stage)])).toEqual([["confirmed", 2], ["recorded", 2]]);
  });

  test("leaves a ledger in which each command finds what the one before left", async () => {
    await execute(volunteer, makeWithdrawConsent(entryId));
    await execute(leader, makeWithdrawConsent(entryId));
    const { rows } = await province.client.query(
      "select type, before_digest, after_digest from command_log where entry_id = $1 order by (answer ->> 'version')::int", [entryId]);
    expect(rows.map(({ type }) => type).slice(-2)).toEqual(["withdrawConsent", "withdrawConsent"]);
    rows.slice(1).forEach((row, index) => expect(row.before_digest).toEqual(rows[index].after_digest));
  });

  test("is answered the same when the command arrives again", async () => {
    const command = makeWithdrawConsent(entryId);
    const first = await execute(volunteer, command);
    expect(await execute(volunteer, command, command)).toEqual([...first, ...first]);
    expect(await rowsOf("entry", "id")).toMatchObject([{ version: 6 }]);
  });

  test("travels together with the entry and with what was changed, and leaves nothing of either", async () => {
    const command = makeRecord(province.units.teamA, makeHelpSession({ subject: makePerson(), outcomes: [makeDossier({ dossierCode: "H08.21-260807-5555" })] }));
    const verdicts = await execute(volunteer, command, makeAmend(command.entryId, 1, command.content), makeWithdrawConsent(command.entryId));
    expect(verdicts).toMatchObject([{ version: 1 }, { version: 2 }, { version: 3, status: "withdrawn" }]);
    const [entry] = await rowsOf("entry", "id", command.entryId);
    expect(await rowsOf("subject", "id", entry.subject_id)).toMatchObject([{ wrapped_key: null, sealed: null, number_hash: null }]);
    expect(await rowsOf("outcome", "entry_id", command.entryId)).toMatchObject([{ key_hash: null, dossier_code: null }]);
  });
});

describe("who takes it back", () => {
  test("may be the leader, whom the citizen came to; the desk then knows nothing of them", async () => {
    expect(await findReviewedEntry(leader.actor, entryId, now)).toMatchObject({ mayWithdrawConsent: true });
    await executeCommands(leader, { device, commands: [makeWithdrawConsent(entryId)] }, { now: later });
    const shown = await findReviewedEntry(leader.actor, entryId, now);
    expect(shown).toMatchObject({ mayWithdrawConsent: false, status: "withdrawn" });
    expect(shown?.history.at(-1)).toMatchObject({ step: "consentWithdrawn", personName: leader.name });
    expect(JSON.stringify(shown)).not.toMatch(/Nguyễn Văn An|Bình|1234|Thôn 2/);
  });

  test("is no other volunteer, and none learns that there is such an entry", async () => {
    const other = await province.addActingPerson("volunteer", province.units.teamA);
    const stranger = await province.addActingPerson("leader", province.units.teamB);
    const refused = [{ verdict: "refused", code: "unknownOrForbidden" }];
    expect(await execute(other, makeWithdrawConsent(entryId))).toMatchObject(refused);
    expect(await execute(stranger, makeWithdrawConsent(entryId))).toMatchObject(refused);
    expect(await execute(other, makeWithdrawConsent(randomUUID()))).toMatchObject(refused);
    expect(await rowsOf("entry", "id")).toMatchObject([{ status: "confirmed" }]);
  });
});

test("the feed tells the author's phone that it has to forget, without any content", async () => {
  const read = (cursor?: string) => readChanges(volunteer, { personId: volunteer.actor.userId, headers: new Headers(), now: Instant.parse(now), ...(cursor ? { cursor } : {}) }, 500);
  const { cursor } = await read();
  await execute(leader, makeWithdrawConsent(entryId));
  const { entries } = await read(cursor);
  expect(entries).toMatchObject([{ id: entryId, status: "withdrawn", erased: true }]);
  expect(entries[0]).not.toHaveProperty("content");
  expect(JSON.stringify(entries)).not.toMatch(/Nguyễn|Bình|0905/);
});
