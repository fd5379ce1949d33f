import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { QueueFilter } from "@/lib/protocol/review-queue";
import type { Person } from "@/lib/server/auth/person";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { findReviewedEntry } from "@/lib/server/review-queue/find-reviewed-entry";
import { countWaiting } from "@/lib/server/review-queue/queue-counts";
import { queueFilterOf } from "@/lib/server/review-queue/queue-filter";
import { pageSize, readQueue } from "@/lib/server/review-queue/read-queue";
import { makeAmend, makeManifest, makeRecord, makeReview, makeWithdraw } from "../../factories/commands";
import { makeDossier, makeHelpSession, makeOutcome, makePerson } from "../../factories/help-session";
import { addCampaign, makeHouseholdVisit, makeVisitCommand } from "../../factories/households";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let author: Person;
let otherAuthor: Person;
let leaderA: Person;
let leaderB: Person;
let officer: Person;

beforeAll(async () => {
  province = await makeWorkingProvince();
  ({ volunteerA: author, volunteerB: otherAuthor, leaderA, leaderB, officer } = await province.addStaff());
});
afterAll(() => province.remove());
beforeEach(() => province.removeEntries());

const now = () => new Date().toISOString();
const today = LocalDate.parse("2026-08-08");
const everything: QueueFilter = queueFilterOf({});
const queueOf = (person: Person, filter = everything) => readQueue(person.actor, filter, today);
const namesOf = async (person: Person, filter = everything) => (await queueOf(person, filter)).items.map(({ title }) => title);

async function execute(person: Person, ...commands: object[]) {
  const verdicts = await executeCommands(person, { device: makeManifest(), commands }, { now: now() });
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(commands.map(() => "accepted"));
}

/** A session of somebody with this name, whose number was scanned: nothing to flag. */
async function record(person: Person, unitId: string, name: string, changes: Parameters<typeof makeHelpSession>[0] = {}) {
  const command = makeRecord(unitId, makeHelpSession({
    subject: makePerson({ name, personalNumber: `0520950${Math.floor(10_000 + Math.random() * 89_999)}` }),
    ...changes,
  }));
  await execute(person, command);
  return command.entryId;
}

describe("the queue", () => {
  test("shows a leader the own team, an officer the teams below, nobody else's", async () => {
    await record(author, province.units.teamA, "Trần Thị Bình");
    await record(otherAuthor, province.units.teamB, "Lê Văn Cường");
    expect(await namesOf(leaderA)).toEqual(["Trần Thị Bình"]);
    expect(await namesOf(leaderB)).toEqual(["Lê Văn Cường"]);
    expect((await namesOf(officer)).sort()).toEqual(["Lê Văn Cường", "Trần Thị Bình"]);
    expect(await namesOf(author)).toEqual([]);
    expect(await countWaiting(leaderA.actor)).toBe(1);
  });

  test("leaves out what the reviewer recorded, because nobody reviews an own entry", async () => {
    await record(leaderA, province.units.teamA, "Phạm Thị Dung");
    expect(await namesOf(leaderA)).toEqual([]);
    expect(await namesOf(officer)).toEqual(["Phạm Thị Dung"]);
  });

  test("a visit that met nobody is called by what came of it and its hamlet", async () => {
    const { ownHamlet } = await addCampaign(province.client, province);
    const visit = makeVisitCommand(province.units.teamA, makeHouseholdVisit({ areaId: ownHamlet }, { result: "refused" }));
    await execute(author, visit);
    expect(await namesOf(leaderA)).toEqual(["Không tiếp, Thôn Phong Tấn"]);
    expect(await findReviewedEntry(leaderA.actor, visit.entryId, now())).toMatchObject({ title: "Không tiếp, Thôn Phong Tấn" });
  });

  test("a leader whose role has ended sees nothing", async () => {
    await record(author, province.units.teamA, "Trần Thị Bình");
    const assignments = leaderA.actor.assignments.map((assignment) => ({ ...assignment, validTo: LocalDate.parse("2023-01-01") }));
    expect((await readQueue({ ...leaderA.actor, assignments }, everything, today)).items).toEqual([]);
    expect((await readQueue({ ...leaderA.actor, active: false }, everything, today)).items).toEqual([]);
  });

  test("keeps what needs a close look apart, and only what has no flag can be confirmed with others", async () => {
    await record(author, province.units.teamA, "Người Quét Thẻ");
    await record(author, province.units.teamA, "Người Nhập Tay", { subject: makePerson({ name: "Người Nhập Tay", scanned: [] }) });
    const { items, counts } = await queueOf(leaderA);
    expect(counts).toMatchObject({ all: 2, flagged: 1 });
    expect(Object.fromEntries(items.map(({ title, bulk }) => [title, bulk]))).toEqual({ "Người Quét Thẻ": true, "Người Nhập Tay": false });
    expect(await namesOf(leaderA, queueFilterOf({ view: "flagged" }))).toEqual(["Người Nhập Tay"]);
  });

  test("filters by person, work, place and age", async () => {
    const second = await province.addActingPerson("volunteer", province.units.teamA);
    await record(author, province.units.teamA, "Ở Quầy", { place: { kind: "counter" } });
    await record(author, province.units.teamA, "Ở Nhà", { place: { kind: "home" }, outcomes: [makeOutcome("guidanceGiven")] });
    const old = await record(second, province.units.teamA, "Đã Lâu");
    await province.client.query("update entry set received_at = now() - interval '4 days' where id = $1", [old]);
    const by = (parameters: Record<string, string>) => namesOf(leaderA, queueFilterOf(parameters));
    expect(await by({ author: second.actor.userId })).toEqual(["Đã Lâu"]);
    expect(await by({ place: "home" })).toEqual(["Ở Nhà"]);
    expect(await by({ outcome: "guidanceGiven" })).toEqual(["Ở Nhà"]);
    expect(await by({ age: "over3Days" })).toEqual(["Đã Lâu"]);
    expect(await by({ age: "over7Days" })).toEqual([]);
    expect((await queueOf(leaderA)).counts.overdue).toBe(1);
  });

  test("finds by receipt code, dossier code and last digits, in every state", async () => {
    const entryId = await record(author, province.units.teamA, "Trần Thị Bình", {
      subject: makePerson({ name: "Trần Thị Bình", personalNumber: "052195004321" }),
      outcomes: [makeDossier({ dossierCode: "H08.21-260807-0999" })],
    });
    await record(author, province.units.teamA, "Người Khác");
    const { rows } = await province.client.query<{ receipt: string }>("select receipt from entry where id = $1", [entryId]);
    await execute(leaderA, makeReview(entryId, 1, "refuse", { reason: "likelyDuplicate" }));
    const find = (q: string) => namesOf(leaderA, queueFilterOf({ q }));
    expect(await find(rows[0]!.receipt)).toEqual(["Trần Thị Bình"]);
    expect(await find(rows[0]!.receipt.replace("-", "").toLowerCase())).toEqual(["Trần Thị Bình"]);
    expect(await find("h08.21–260807–0999")).toEqual(["Trần Thị Bình"]);
    expect(await find("4321")).toEqual(["Trần Thị Bình"]);
    expect(await find("bình")).toEqual([]);
    expect(await namesOf(leaderB, queueFilterOf({ q: "4321" }))).toEqual([]);
  });

  test("goes on by keyset: deciding about the first page loses nothing of the second", async () => {
    const names = Array.from({ length: pageSize + 7 }, (_, index) => `Người Thứ ${String.fromCharCode(65 + (index % 26))}${"a".repeat(Math.floor(index / 26))}`);
    const commands = names.map((name) => makeRecord(province.units.teamA, makeHelpSession({ subject: makePerson({ name, scanned: [] }) })));
    await execute(author, ...commands);
    const first = await queueOf(leaderA);
    expect(first.items).toHaveLength(pageSize);
    await execute(leaderA, ...first.items.slice(0, 10).map(({ id, version }) => makeReview(id, version, "confirm")));
    const second = await queueOf(leaderA, { ...everything, after: first.next! });
    expect(second.next).toBeUndefined();
    expect([...first.items, ...second.items].map(({ title }) => title).sort()).toEqual([...names].sort());
  });

  test("takes a wrong address for none", async () => {
    await record(author, province.units.teamA, "Trần Thị Bình");
    const filter = queueFilterOf({ view: "x", age: "y", author: "'; drop table entry", place: "moon", after: "???", order: "z" });
    expect(await namesOf(leaderA, filter)).toEqual(["Trần Thị Bình"]);
  });
});

describe("an entry", () => {
  const open = (person: Person, entryId: string) => findReviewedEntry(person.actor, entryId, now());

  test("is the same nothing whether it is unknown or of another team", async () => {
    const entryId = await record(author, province.units.teamA, "Trần Thị Bình");
    expect(await open(leaderB, entryId)).toBeUndefined();
    expect(await open(leaderB, randomUUID())).toBeUndefined();
    expect(await open(leaderA, entryId)).toMatchObject({ id: entryId, subject: { name: "Trần Thị Bình" } });
  });

  test("comes without the number and the phone", async () => {
    const entryId = await record(author, province.units.teamA, "Trần Thị Bình", {
      subject: makePerson({ name: "Trần Thị Bình", personalNumber: "052095009876", phone: "0905123456" }),
      consent: { noticeVersion: 1, purposes: ["record", "contact"], method: "readAloud", givenAt: "2026-08-07T02:45:00.000Z" },
    });
    const entry = await open(leaderA, entryId);
    expect(entry).toMatchObject({ subject: { lastFour: "9876", phoneLastThree: "456" } });
    expect(JSON.stringify(entry)).not.toMatch(/052095009876|905123456/);
  });

  test("offers each person the steps that the server would take from them", async () => {
    const entryId = await record(author, province.units.teamA, "Trần Thị Bình");
    expect((await open(leaderA, entryId))!.actions).toEqual(["confirm", "return", "refuse"]);
    expect((await open(author, entryId))!.actions).toEqual([]);
    await execute(leaderA, makeReview(entryId, 1, "confirm"));
    expect((await open(leaderA, entryId))!.actions).toEqual(["undo"]);
    expect((await open(officer, entryId))!.actions).toEqual(["reopen", "overturn"]);
  });

  test("tells its history with who, when, why and the note", async () => {
    const content = makeHelpSession({ subject: makePerson({ name: "Trần Thị Bình" }) });
    const command = makeRecord(province.units.teamA, content);
    await execute(author, command);
    const { entryId } = command;
    await execute(leaderA, makeReview(entryId, 1, "return", { reason: "identityMismatch", field: "subject.birth", note: "Hỏi lại năm sinh." }));
    await execute(author, makeAmend(entryId, 2, content));
    await execute(leaderA, makeReview(entryId, 3, "confirm"));
    expect((await open(leaderA, entryId))!.history).toMatchObject([
      { step: "captured" },
      { step: "received" },
      { step: "return", personName: leaderA.name, reason: "identityMismatch", field: "subject.birth", note: "Hỏi lại năm sinh." },
      { step: "amended", personName: author.name },
      { step: "confirm", personName: leaderA.name },
    ]);
    expect((await open(leaderA, entryId))!.author).toMatchObject({ entriesIn30Days: 1, returnedIn30Days: 1 });
  });

  test("that its author withdrew offers nothing and says so", async () => {
    const entryId = await record(author, province.units.teamA, "Trần Thị Bình");
    await execute(author, makeWithdraw(entryId, 1));
    expect(await open(leaderA, entryId)).toMatchObject({ status: "withdrawn", actions: [], history: [{}, {}, { step: "withdrawn" }] });
  });

  test("that was opened is on record, because name, birth and residence were shown", async () => {
    const entryId = await record(author, province.units.teamA, "Trần Thị Bình");
    await open(leaderA, entryId);
    await open(leaderB, entryId);
    const { rows } = await province.client.query("select actor_id, entry_id, fields from access_log");
    expect(rows).toEqual([{ actor_id: leaderA.actor.userId, entry_id: entryId, fields: ["name", "birth", "address"] }]);
  });
});

test("a leader of another team can't decide: the answer is that of an unknown entry", async () => {
  const entryId = await record(author, province.units.teamA, "Trần Thị Bình");
  const decide = async (entry: string) => {
    const commands = [makeReview(entry, 1, "confirm")];
    const [verdict] = await executeCommands(leaderB, { device: makeManifest(), commands }, { now: now() });
    return { ...verdict, commandId: "" };
  };
  expect(await decide(entryId)).toEqual(await decide(randomUUID()));
  expect(await namesOf(leaderA)).toEqual(["Trần Thị Bình"]);
});
