import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { HelpSession } from "@/lib/domain/entry/help-session";
import { Instant } from "@/lib/domain/time/local-date";
import type { Person } from "@/lib/server/auth/person";
import { readChanges } from "@/lib/server/changes/read-changes";
import { findReviewedEntry } from "@/lib/server/review-queue/find-reviewed-entry";
import { makeAmend, makeRecord, makeReview, makeWithdraw } from "../../factories/commands";
import { makeDossier, makeHelpSession, makeId, makeOutcome, makePerson } from "../../factories/help-session";
import { act } from "../../factories/households";
import { acceptRegister } from "../../factories/register";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let authorA: Person;
let authorB: Person;
let leaderA: Person;
let leaderB: Person;
let officer: Person;

beforeAll(async () => {
  province = await makeWorkingProvince();
  const { teamA, teamB, district } = province.units;
  authorA = await province.addActingPerson("volunteer", teamA);
  authorB = await province.addActingPerson("volunteer", teamB);
  leaderA = await province.addActingPerson("leader", teamA);
  leaderB = await province.addActingPerson("leader", teamB);
  officer = await province.addActingPerson("officer", district);
});
afterAll(() => province.remove());
beforeEach(async () => {
  await province.removeEntries();
  await province.client.query("truncate import_batch, register_record cascade");
});

const code = "H08.21-260807-0041";
const similar = "H08.21-260807-0047";
const at = (minute: number) => `2026-08-07T03:${String(minute).padStart(2, "0")}:00.000Z`;
const dossierOf = (dossierCode: string, id = makeId()) => makeHelpSession({ outcomes: [makeDossier({ id, dossierCode })] });

/** How many count with their evidence, by team; what counts nowhere is left out. */
async function matched(indicator = "online_dossiers"): Promise<Record<string, number>> {
  const { rows } = await province.client.query(
    "select unit_id, sum(delta)::int as count from tally where stage = 'matched' and indicator = $1 group by unit_id having sum(delta) <> 0", [indicator]);
  const names = new Map(Object.entries(province.units).map(([name, id]) => [id, name]));
  return Object.fromEntries(rows.map((row) => [names.get(row.unit_id), row.count]));
}

/** What the author reads of an entry's outcomes in the feed. */
async function told(author: Person, entryId: string) {
  const { entries } = await readChanges(author, { personId: author.actor.userId, headers: new Headers(), now: Instant.parse(at(59)) });
  return entries.find(({ id }) => id === entryId)!.outcomes;
}

async function record(person: Person, team: "teamA" | "teamB", content: HelpSession, minute: number): Promise<string> {
  const command = makeRecord(province.units[team], content);
  await act(person, [command], at(minute));
  return command.entryId;
}

test("a confirmed dossier counts as long as its code is the one that the register knows", async () => {
  const id = makeId();
  const entryId = await record(authorA, "teamA", dossierOf(code, id), 0);
  await acceptRegister(province, [{ dossier: code, receivedOn: "2026-08-07" }], at(1));
  expect(await told(authorA, entryId)).toMatchObject([{ standing: "matched", since: at(1) }]);
  expect(await matched()).toEqual({});
  await act(leaderA, [makeReview(entryId, 1, "confirm")], at(2));
  expect(await told(authorA, entryId)).toMatchObject([{ matched: ["online_dossiers"] }]);
  expect(await matched()).toEqual({ teamA: 1 });

  await act(officer, [makeReview(entryId, 2, "reopen", { reason: "wrongDossierCode", note: "Xem lại mã." })], at(3));
  expect(await matched()).toEqual({});
  await act(authorA, [makeAmend(entryId, 3, dossierOf(similar, id))], at(4));
  expect(await told(authorA, entryId)).toMatchObject([{ revision: 2, standing: "notFound", since: at(4) }]);
  await act(leaderA, [makeReview(entryId, 4, "confirm")], at(5));
  expect(await matched()).toEqual({});

  await acceptRegister(province, [{ dossier: similar, receivedOn: "2026-08-07" }], at(6));
  expect(await told(authorA, entryId)).toMatchObject([{ standing: "matched", matched: ["online_dossiers"] }]);
  expect(await matched()).toEqual({ teamA: 1 });
});

test("an account counts for the number that the register knows, and no longer once the number is corrected", async () => {
  const person = { name: "Trần Thị Mai", sex: "female" as const, birth: { precision: "day" as const, year: 1980, month: 3, day: 15 } };
  const outcome = makeOutcome("accountOpened");
  const content = (personalNumber: string) => makeHelpSession({ subject: makePerson({ ...person, personalNumber }), outcomes: [outcome] });
  const entryId = await record(authorA, "teamA", content("052180001234"), 0);
  await acceptRegister(province, [{ account: "052180001234", createdOn: "2026-08-07" }], at(1));
  expect(await told(authorA, entryId)).toMatchObject([{ standing: "matched" }]);
  await act(authorA, [makeAmend(entryId, 1, content("052180001235"))], at(2));
  await act(leaderA, [makeReview(entryId, 2, "confirm")], at(3));
  expect(await told(authorA, entryId)).toMatchObject([{ revision: 2, standing: "notFound" }]);
  expect(await matched("citizen_accounts")).toEqual({});
});

/** The same dossier, by team A first, confirmed in team B. */
async function claimTwice(): Promise<{ first: string; second: string }> {
  const first = await record(authorA, "teamA", dossierOf(code), 0);
  const second = await record(authorB, "teamB", dossierOf(code), 1);
  await acceptRegister(province, [{ dossier: code, receivedOn: "2026-08-07" }], at(2));
  await act(leaderB, [makeReview(second, 1, "confirm")], at(3));
  return { first, second };
}

test("a dossier that two teams claim counts once, for whom the server accepted first", async () => {
  const { first, second } = await claimTwice();
  expect(await matched()).toEqual({});
  expect(await told(authorB, second)).toMatchObject([{ standing: "duplicate" }]);
  await act(leaderA, [makeReview(first, 1, "confirm")], at(4));
  expect(await matched()).toEqual({ teamA: 1 });
  await acceptRegister(province, [{ dossier: code, receivedOn: "2026-08-07" }], at(5));
  expect(await matched()).toEqual({ teamA: 1 });
});

test.each<[string, (first: string) => Promise<void>]>([
  ["withdrawn", (first) => act(authorA, [makeWithdraw(first, 1)], at(4))],
  ["refused", (first) => act(leaderA, [makeReview(first, 1, "refuse", { reason: "needsExplanation", note: "Không đúng." })], at(4))],
  ["overturned", async (first) => {
    await act(leaderA, [makeReview(first, 1, "confirm")], at(4));
    expect(await matched()).toEqual({ teamA: 1 });
    await act(officer, [makeReview(first, 2, "overturn", { reason: "needsExplanation", note: "Không đúng." })], at(5));
  }],
])("when the claim before it is %s, the next counts, and its author is told", async (_, end) => {
  const { first, second } = await claimTwice();
  await end(first);
  expect(await matched()).toEqual({ teamB: 1 });
  expect(await told(authorB, second)).toMatchObject([{ standing: "matched", matched: ["online_dossiers"] }]);
});

test("who corrects the code away gives the claim up, and is behind the others when it comes back", async () => {
  const { first } = await claimTwice();
  const [outcome] = await told(authorA, first);
  await act(authorA, [makeAmend(first, 1, dossierOf(similar, outcome!.id))], at(4));
  expect(await matched()).toEqual({ teamB: 1 });
  await act(authorA, [makeAmend(first, 2, dossierOf(code, outcome!.id))], at(5));
  expect(await told(authorA, first)).toMatchObject([{ revision: 3, standing: "duplicate" }]);
  expect(await matched()).toEqual({ teamB: 1 });
});

test("a leader sees before deciding that it counts elsewhere, and nothing of whose that is", async () => {
  const first = await record(authorA, "teamA", dossierOf(code), 0);
  const second = await record(authorB, "teamB", dossierOf(code), 1);
  const reviewed = await findReviewedEntry(leaderB.actor, second, at(2));
  expect(reviewed?.outcomes).toMatchObject([{ standing: "duplicate", since: at(1) }]);
  for (const other of [first, authorA.actor.userId, province.units.teamA, "Đội xã Phước Lộc"]) expect(JSON.stringify(reviewed)).not.toContain(other);
});

test("a similar code of the register reaches the author as a question, and ends with the code it was about", async () => {
  const id = makeId();
  const entryId = await record(authorA, "teamA", dossierOf(code, id), 0);
  await province.client.query(
    "insert into code_proposal (province_id, outcome_id, outcome_revision, code, proposed_at) values ($1, $2, 1, $3, $4)", [province.provinceId, id, similar, at(1)]);
  expect(await told(authorA, entryId)).toMatchObject([{ standing: "notFound", proposedCode: similar }]);
  expect((await findReviewedEntry(leaderA.actor, entryId, at(2)))?.outcomes).toMatchObject([{ dossierCode: code, proposedCode: similar }]);
  await act(authorA, [makeAmend(entryId, 1, dossierOf(similar, id))], at(3));
  expect((await told(authorA, entryId))[0]).not.toHaveProperty("proposedCode");
});
