import fc from "fast-check";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { EntryContent } from "@/lib/domain/entry/entry-content";
import { contributionsOf } from "@/lib/domain/report/contributions";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { Verdict } from "@/lib/protocol/commands";
import type { Person } from "@/lib/server/auth/person";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { loadEntries } from "@/lib/server/commands/load-entries";
import { withActor } from "@/lib/server/database/with-actor";
import { findReviewedEntry } from "@/lib/server/review-queue/find-reviewed-entry";
import { queueFilterOf } from "@/lib/server/review-queue/queue-filter";
import { readQueue } from "@/lib/server/review-queue/read-queue";
import { readDashboard } from "@/lib/server/reports/read-dashboard";
import { readReportTable } from "@/lib/server/reports/read-report-table";
import { readCountedOutcomes } from "@/lib/server/unit-numbers/read-counted-outcomes";
import { insertRows } from "../../../prisma/demo/insert-rows";
import { makeManifest, makeReview, makeWithdraw } from "../../factories/commands";
import { makeHelpSession } from "../../factories/help-session";
import { makeArticle, makeEvent } from "../../factories/outreach";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let author: Person;
let otherAuthor: Person;
let leader: Person;
let otherLeader: Person;
let officer: Person;

beforeAll(async () => {
  province = await makeWorkingProvince();
  ({ volunteerA: author, volunteerB: otherAuthor, leaderA: leader, leaderB: otherLeader, officer } = await province.addStaff());
});
afterAll(() => province.remove());
beforeEach(() => province.removeEntries());

const now = "2026-08-07T03:00:00.000Z";
const today = LocalDate.parse("2026-08-07");
const year = { first: LocalDate.parse("2026-01-01"), through: LocalDate.parse("2026-12-31") };
const attendance = (youth: number, others = 4) => ({ method: "count" as const, youth, others });

const execute = (person: Person, ...commands: unknown[]): Promise<Verdict[]> =>
  executeCommands(person, { device: makeManifest(), commands }, { now });
const recordOf = (content: EntryContent, unitId = province.units.teamA) => ({
  id: randomUUID(), entryId: randomUUID(), issuedAt: now, type: "recordEntry" as const, unitId, content,
});
const amendOf = (entryId: string, expectedVersion: number, content: EntryContent) => ({
  id: randomUUID(), entryId, issuedAt: now, type: "amendEntry" as const, expectedVersion, content,
});
async function record(content: EntryContent, person = author, unitId = province.units.teamA): Promise<string> {
  const command = recordOf(content, unitId);
  expect(await execute(person, command)).toMatchObject([{ verdict: "accepted" }]);
  return command.entryId;
}
const numbersOf = async (unitId = province.units.teamA) => (await readReportTable(officer.actor, { unitId, point: { ...year, asOf: today } }, now))!.total.cells.counts;
const flagsOf = async (entryId: string) => (await province.client.query("select flags from entry where id = $1", [entryId])).rows[0].flags as string[];

describe("an event and an article", () => {
  test("are taken, kept as they are, and open to whoever supervises the team", async () => {
    const [event, article] = [makeEvent(), makeArticle()];
    const [eventId, articleId] = [await record(event), await record(article)];
    for (const person of [leader, officer]) {
      expect(await findReviewedEntry(person.actor, eventId, now)).toMatchObject({ kind: "outreachEvent", title: event.title, content: event });
      expect(await findReviewedEntry(person.actor, articleId, now)).toMatchObject({ kind: "article", title: article.title, content: article });
    }
    expect(await findReviewedEntry(otherLeader.actor, eventId, now)).toBeUndefined();
  });

  test("are refused at the field that is wrong", async () => {
    const verdicts = await execute(
      author,
      recordOf({ ...makeEvent(), attendance: attendance(0, 0) }),
      recordOf({ ...makeEvent(), title: " " }),
      recordOf({ ...makeArticle(), url: "xem trên trang xã" }),
      recordOf({ ...makeArticle(), title: "" }),
    );
    expect(verdicts).toMatchObject([
      { code: "attendanceMissing", field: "attendance.youth" },
      { code: "required", field: "title" },
      { code: "articleUrlMalformed", field: "url" },
      { code: "required", field: "title" },
    ]);
  });

  test("keep nothing of who attended: there is no place for it", async () => {
    const [verdict] = await execute(author, recordOf({ ...makeEvent(), cards: ["052095001234"] } as never));
    expect(verdict).toMatchObject({ verdict: "refused" });
  });
});

describe("numbers", () => {
  test("count articles by their day of publication, and members by attendance", async () => {
    await record(makeArticle({ publishedOn: "2026-02-01" }));
    await record(makeArticle({ publishedOn: "2025-12-31" }));
    await record(makeEvent({ attendance: attendance(19) }));
    await record(makeEvent({ attendance: attendance(0, 7) }));
    expect(await numbersOf()).toMatchObject({ articles: { recorded: 1, confirmed: 0 }, informed_members: { recorded: 19, confirmed: 0 } });
  });

  test("follow attendance that is corrected, sent back and confirmed", async () => {
    const event = makeEvent({ attendance: attendance(19) });
    const entryId = await record(event);
    expect(await execute(author, amendOf(entryId, 1, { ...event, attendance: attendance(12) }))).toMatchObject([{ status: "submitted", version: 2 }]);
    expect((await numbersOf()).informed_members).toEqual({ recorded: 12, confirmed: 0, matched: 0 });
    await execute(leader, makeReview(entryId, 2, "return", { reason: "wrongAttendance", field: "attendance.youth" }));
    expect(await execute(author, amendOf(entryId, 3, { ...event, attendance: attendance(14) }))).toMatchObject([{ status: "submitted", version: 4 }]);
    await execute(leader, makeReview(entryId, 4, "confirm"));
    expect((await numbersOf()).informed_members).toEqual({ recorded: 14, confirmed: 14, matched: 0 });
    await execute(officer, makeReview(entryId, 5, "overturn", { note: "Xã báo lại là không có buổi này." }));
    expect((await numbersOf()).informed_members).toEqual({ recorded: 0, confirmed: 0, matched: 0 });
  });

  test("are what the entries behind them add up to", async () => {
    await record(makeEvent({ attendance: attendance(19) }));
    await record(makeEvent({ attendance: attendance(1) }));
    await record(makeEvent({ attendance: attendance(0) }));
    const behind = await readCountedOutcomes(officer.actor, { ...year, treeOn: today, unitId: province.units.district, indicator: "informed_members", stage: "recorded" }, now);
    expect(behind!.count).toBe(20);
    expect(behind!.outcomes.map(({ quantity }) => quantity).sort((a, b) => a - b)).toEqual([0, 1, 19]);
  });

  test("equal the contributions of the entries after any changes", async () => {
    const step = fc.record({ entry: fc.nat({ max: 2 }), youth: fc.constantFrom(0, 1, 2, 30), article: fc.boolean(), action: fc.constantFrom("amend", "confirm", "return", "withdraw", "reopen", "undo") });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        await province.client.query("truncate tally");
        const contents = [makeEvent(), makeArticle(), makeEvent({ attendance: attendance(1) })];
        const ids = [];
        for (const content of contents) ids.push(await record(content));
        for (const { entry, youth, action } of steps) {
          const entryId = ids[entry]!;
          const version = (await statesOf([entryId]))[0]!.version;
          const content = contents[entry]!;
          const changed = content.kind === "outreachEvent" ? { ...content, attendance: attendance(youth) } : { ...content, publishedOn: LocalDate.parse(`2026-0${1 + (youth % 7)}-01`) };
          if (action === "amend") await execute(author, amendOf(entryId, version, changed));
          else if (action === "withdraw") await execute(author, makeWithdraw(entryId, version));
          else await execute(action === "reopen" ? officer : leader, makeReview(entryId, version, action, { reason: "needsExplanation", note: "Xem lại" }));
        }
        const { rows } = await province.client.query<{ cell: string; sum: string }>(
          "select concat_ws(' ', unit_id, indicator, stage, happened_on) as cell, sum(delta) from tally group by 1 having sum(delta) <> 0");
        const cells: Record<string, number> = {};
        for (const { unitId, indicator, stage, happenedOn, count } of (await statesOf(ids)).flatMap(contributionsOf)) {
          const cell = [unitId, indicator, stage, happenedOn].join(" ");
          cells[cell] = (cells[cell] ?? 0) + count;
        }
        expect(Object.fromEntries(rows.map(({ cell, sum }) => [cell, Number(sum)]))).toEqual(Object.fromEntries(Object.entries(cells).filter(([, count]) => count !== 0)));
      }),
      { numRuns: 15 },
    );
  });

  const statesOf = (ids: readonly string[]) => withActor(officer.actor, async (tx) => [...(await loadEntries(tx, ids)).values()].map(({ state }) => state));
});

describe("the same link", () => {
  test("by another team is flagged however it is spelt, and neither learns of the other", async () => {
    await record(makeArticle({ url: "https://www.baobinhdinh.vn/tin/1" }), otherAuthor, province.units.teamB);
    const second = await record(makeArticle({ url: "https://m.baobinhdinh.vn/tin/1/?fbclid=abc#cmt" }));
    expect(await flagsOf(second)).toContain("possibleDuplicate");
    const seen = await findReviewedEntry(leader.actor, second, now);
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`${otherAuthor.actor.userId}|${province.units.teamB}|Phước Sơn`));
    expect((await readQueue(leader.actor, queueFilterOf({}), today)).items).toHaveLength(1);
  });

  test("is not the same where the path differs, and an event has no key at all", async () => {
    await record(makeArticle({ url: "https://baobinhdinh.vn/tin/1" }), otherAuthor, province.units.teamB);
    expect(await flagsOf(await record(makeArticle({ url: "https://baobinhdinh.vn/tin/2" })))).toEqual([]);
    const event = makeEvent();
    await record(event, otherAuthor, province.units.teamB);
    expect(await flagsOf(await record(makeEvent({ title: event.title })))).toEqual([]);
  });

  test("stays flagged when the other title and day are corrected, and not once the link is another", async () => {
    await record(makeArticle({ url: "https://baobinhdinh.vn/tin/1" }), otherAuthor, province.units.teamB);
    const article = makeArticle({ url: "https://baobinhdinh.vn/tin/1" });
    const entryId = await record(article);
    await execute(author, amendOf(entryId, 1, { ...article, title: "Tiêu đề khác" }));
    expect(await flagsOf(entryId)).toContain("possibleDuplicate");
    await execute(author, amendOf(entryId, 2, { ...article, url: "https://baobinhdinh.vn/tin/9" }));
    expect(await flagsOf(entryId)).toEqual([]);
    const { rows } = await province.client.query("select revision from outcome where entry_id = $1 and voided_at is null", [entryId]);
    expect(rows).toEqual([{ revision: 2 }]);
  });
});

describe("review", () => {
  test("filters by kind and says how many of each wait", async () => {
    await record(makeEvent({ title: "Tập huấn" }));
    await record(makeArticle({ title: "Tin một" }));
    await record(makeArticle({ title: "Tin hai" }), otherAuthor, province.units.teamB);
    await record(makeHelpSession());
    const queue = async (person: Person, parameters: Record<string, string> = {}) => readQueue(person.actor, queueFilterOf(parameters), today);
    const titles = async (person: Person, kind: string) => (await queue(person, { kind })).items.map(({ title }) => title).sort();
    expect(await titles(officer, "article")).toEqual(["Tin hai", "Tin một"]);
    expect(await titles(leader, "article")).toEqual(["Tin một"]);
    expect(await titles(officer, "outreachEvent")).toEqual(["Tập huấn"]);
    expect(await titles(officer, "unknown")).toHaveLength(4);
    expect((await queue(officer)).counts.byKind).toEqual({ outreachEvent: 1, article: 2, helpSession: 1 });
  });

  test("of an article of the subtree is open to leader and officer, not to a leader of another team or its author", async () => {
    const [first, second] = [await record(makeArticle()), await record(makeArticle())];
    expect(await execute(otherLeader, makeReview(first, 1, "confirm"))).toMatchObject([{ verdict: "refused", code: "unknownOrForbidden" }]);
    expect(await execute(author, makeReview(first, 1, "confirm"))).toMatchObject([{ verdict: "refused", code: "ownEntry" }]);
    expect(await execute(officer, makeReview(first, 1, "confirm"))).toMatchObject([{ verdict: "accepted", status: "confirmed" }]);
    const back = makeReview(second, 1, "return", { reason: "wrongLink", field: "url", note: "Không mở được." });
    expect(await execute(officer, back)).toMatchObject([{ verdict: "accepted", status: "returned" }]);
    expect((await findReviewedEntry(officer.actor, second, now))!.history.at(-1)).toMatchObject({ step: "return", reason: "wrongLink", field: "url", note: "Không mở được." });
  });
});

test("articles stand against what each grassroots organisation was asked for", async () => {
  const { client, provinceId, units: { district } } = province;
  const made = (name: string, sort: number) => ({ id: randomUUID(), province_id: provinceId, kind: "grassroots", name, sort_order: sort, valid_from: "2022-05-01" });
  const organisations = [made("Đoàn xã Một", 1), made("Đoàn xã Hai", 2), made("Công an", 3)];
  await insertRows(client, "unit", organisations);
  const teams = organisations.map(({ id }) => ({ ...made(`Đội của ${id}`, 0), kind: "team" }));
  await insertRows(client, "unit", teams);
  await insertRows(client, "unit_parent", [
    ...organisations.map(({ id }) => ({ province_id: provinceId, unit_id: id, parent_id: district, valid_from: "2022-05-01" })),
    ...teams.map(({ id }, index) => ({ province_id: provinceId, unit_id: id, parent_id: organisations[index]!.id, valid_from: "2022-05-01" })),
  ]);
  await client.query("select refresh_unit_ancestors()");
  await insertRows(client, "target", [{ id: randomUUID(), province_id: provinceId, unit_id: organisations[2]!.id, year: 2026, indicator: "articles", value: 0, set_at: "2026-01-01" }]);
  const writer = await province.addActingPerson("volunteer", teams[0]!.id);
  for (let count = 1; count <= 7; count += 1) {
    const entryId = await record(makeArticle(), writer, teams[0]!.id);
    if (count <= 6) await execute(officer, makeReview(entryId, 1, "confirm"));
  }
  const { organisations: read } = (await readDashboard(officer.actor, { unit: district, indicator: "articles" }, now))!;
  expect(read).toMatchObject([
    { name: "Đoàn xã Một", recorded: 7, confirmed: 6, target: 6 },
    { name: "Đoàn xã Hai", recorded: 0, confirmed: 0, target: 6 },
    { name: "Công an", recorded: 0, confirmed: 0, target: 0 },
  ]);
  const own = await readDashboard(officer.actor, { unit: organisations[0]!.id, indicator: "articles" }, now);
  expect(own!.organisations.map(({ id }) => id)).toEqual([organisations[0]!.id]);
});
