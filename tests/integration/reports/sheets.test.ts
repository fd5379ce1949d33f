import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { personRule, teamRule } from "@/lib/domain/report/commendation";
import { LocalDate } from "@/lib/domain/time/local-date";
import { sheetNames, type SheetFormat, type SheetName } from "@/lib/protocol/sheets";
import type { Person } from "@/lib/server/auth/person";
import { withActor } from "@/lib/server/database/with-actor";
import { readCommendation } from "@/lib/server/reports/read-commendation";
import { writeSheet } from "@/lib/server/sheets/write-sheet";
import { readCountedOutcomes } from "@/lib/server/unit-numbers/read-counted-outcomes";
import { readRows } from "@/lib/server/spreadsheet/read-rows";
import { outcomeNames } from "@/lib/text/outcomes";
import { insertRows } from "../../../prisma/demo/insert-rows";
import { makeRecord, makeReview } from "../../factories/commands";
import { makeDossier, makeHelpSession, makeId, makePerson } from "../../factories/help-session";
import { act } from "../../factories/households";
import { acceptRegister } from "../../factories/register";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";
import { readDocx } from "../../unit/server/documents/read-docx";
import { readCells } from "../../unit/server/spreadsheet/read-all";

let province: WorkingProvince;
let people: Readonly<Record<"volunteer" | "leader" | "officer" | "planner" | "verifier" | "observer" | "otherOfficer", Person>>;
const now = "2026-08-20T03:00:00.000Z";
const days = { from: LocalDate.parse("2026-08-01"), through: LocalDate.parse("2026-08-20") };

/** Team A: 24 dossiers on four days, of which the register knows 20; team B: four by its own volunteer on one day. */
beforeAll(async () => {
  province = await makeWorkingProvince();
  const { units, addActingPerson } = province;
  const { volunteerA, volunteerB, leaderA, leaderB, officer } = await province.addStaff();
  people = {
    volunteer: volunteerA, leader: leaderA, officer,
    planner: await addActingPerson("provincePlanner", units.province),
    verifier: await addActingPerson("provinceVerifier", units.province),
    observer: await addActingPerson("observer", units.province),
    otherOfficer: await addActingPerson("officer", units.teamB),
  };
  const work = async (volunteer: Person, leader: Person, unitId: string, codes: readonly string[], day: string) => {
    const records = codes.map((dossierCode, index) => makeRecord(unitId, makeHelpSession({
      happenedAt: `${day}T02:00:00.000Z`, subject: makePerson({ personalNumber: `0520950${String(10_000 + index)}` }), outcomes: [makeDossier({ id: makeId(), dossierCode })],
    })));
    await act(volunteer, records, `${day}T03:00:00.000Z`);
    await act(leader, records.map(({ entryId }) => makeReview(entryId, 1, "confirm")), `${day}T04:00:00.000Z`);
  };
  const code = (number: number) => `H08.21-260801-${String(1000 + number * 37)}`;
  const codes = Array.from({ length: 28 }, (_, index) => code(index));
  for (const [index, day] of ["2026-08-03", "2026-08-04", "2026-08-05", "2026-08-06"].entries()) await work(volunteerA, leaderA, units.teamA, codes.slice(index * 6, index * 6 + 6), day);
  await work(volunteerB, leaderB, units.teamB, codes.slice(24), "2026-08-05");
  await acceptRegister(province, [...codes.slice(0, 20), ...codes.slice(24)].map((dossier) => ({ dossier, receivedOn: "2026-08-01" })), "2026-08-10T03:00:00.000Z");
  await insertRows(province.client, "campaign", [{
    id: makeId(), province_id: province.provinceId, unit_id: units.teamA, name: "Ra quân tháng 8", from: "2026-08-01", through: "2026-08-31", goal: 100, created_by_id: people.verifier.actor.userId, created_at: now,
  }]);
  await insertRows(province.client, "period", [{
    id: makeId(), province_id: province.provinceId, from: "2026-07-01", through: "2026-07-31", as_of: "2026-08-05", closed_at: now, closed_by_id: people.verifier.actor.userId,
  }]);
});
afterAll(() => province.remove());

const take = (person: Person, name: string, { format = "xlsx" as SheetFormat, ...parameters }: { format?: SheetFormat; [key: string]: string } = {}) =>
  writeSheet(name, { person, body: { format, ...parameters }, now });

async function bytesOf(answered: Awaited<ReturnType<typeof take>>): Promise<Buffer> {
  if (!answered.ok) throw new Error(answered.error);
  return Buffer.from(await answered.value.arrayBuffer());
}

async function rowsOf(bytes: Buffer, sheet?: string): Promise<(readonly string[])[]> {
  const rows = await readCells(readRows(bytes, "xlsx", undefined, sheet));
  if (typeof rows === "string") throw new Error(rows);
  return rows;
}

const seenBy: Record<SheetName, readonly (keyof typeof people)[]> = {
  units: ["leader", "officer", "planner", "verifier", "observer"],
  periods: ["leader", "officer", "verifier"],
  backlog: ["verifier"],
  survey: ["leader", "officer", "verifier"],
  allowance: ["leader", "officer", "verifier"],
  members: ["officer", "planner", "verifier"],
  "essential-services": ["verifier", "observer"],
  commendation: ["officer", "planner", "verifier"],
  entries: ["leader", "officer", "verifier"],
  campaigns: ["leader", "officer", "verifier"],
  checks: ["officer"],
  "share-rows": ["officer", "verifier"],
  "service-rows": ["verifier"],
};

/** What the address of a page has to say. */
const neededBy = (name: SheetName): { [key: string]: string } => {
  if (name === "share-rows") return { unit: province.units.district, indicator: "online_rate", to: "2026-08-20" };
  if (name === "entries") return { unit: province.units.teamA, indicator: "online_dossiers", stage: "matched", to: "2026-08-20" };
  return name === "service-rows" ? { month: "2026-08", asOf: "2026-08-20" } : {};
};

describe("a table as a file", () => {
  test.each(sheetNames)("%s is had by those who see its page, and by nobody else", async (name) => {
    const roles = ["volunteer", "leader", "officer", "planner", "verifier", "observer"] as const;
    const had = [];
    for (const role of roles) {
      const answered = await take(people[role], name, neededBy(name));
      if (answered.ok) had.push(role);
      else expect(answered.error).toBe("unknownOrForbidden");
    }
    expect(had).toEqual(seenBy[name]);
  });

  test("that is unknown, or of another's unit, is answered alike", async () => {
    expect(await take(people.verifier, "passwords")).toEqual({ ok: false, error: "unknownOrForbidden" });
    expect(await take(people.verifier, "units", { unit: makeId() })).toEqual({ ok: false, error: "unknownOrForbidden" });
    for (const name of ["units", "commendation", "members"] as const) {
      expect(await take(people.otherOfficer, name, { unit: province.units.teamA })).toEqual({ ok: false, error: "unknownOrForbidden" });
    }
    expect(await take(people.verifier, "backlog", { format: "docx" })).toEqual({ ok: false, error: "unknownOrForbidden" });
  });

  test("is a workbook of numbers", async () => {
    const bytes = await bytesOf(await take(people.officer, "units", { unit: province.units.district, from: "2026-08-01", to: "2026-08-20" }));
    const rows = await rowsOf(bytes);
    expect(rows[0]![0]).toBe("Kết quả thực hiện chỉ tiêu: Huyện đoàn Tuy Phước");
    expect(rows.find(([name]) => String(name).startsWith("5. "))!.slice(2, 5)).toEqual(["28", "28", "24"]);
    const below = await rowsOf(bytes, "Đơn vị, đã khớp");
    const head = below.findIndex(([name]) => name === "Đơn vị");
    const column = below[head]!.findIndex((name) => name.startsWith("5. "));
    expect(below.slice(head + 1).map((cells) => [cells[0], cells[column]])).toEqual([["Đội xã Phước Lộc", "20"], ["Đội xã Phước Sơn", "4"], ["Cộng", "24"]]);
  });

  test("carries all that the dashboard's table of units shows", async () => {
    const bytes = await bytesOf(await take(people.officer, "units", { unit: province.units.district, indicator: "online_dossiers", from: "2026-08-01", to: "2026-08-20", beforeFrom: "2026-07-01", beforeTo: "2026-07-31" }));
    const rows = await rowsOf(bytes, "Bảng đơn vị");
    const head = rows.findIndex(([, name]) => name === "Đơn vị");
    expect(rows[head]).toEqual(["STT", "Đơn vị", "Ghi nhận", "Đã duyệt", "Đã khớp", "Chỉ tiêu", "Tỷ lệ", "Kỳ so sánh", "So kỳ trước", ...Array.from({ length: 8 }, () => "Từng tháng"), "Chờ duyệt", "Chờ khớp", "Trên máy"]);
    expect(rows.slice(head + 2).map((cells) => [cells[1], ...cells.slice(2, 5), cells[7], cells[8], cells[16], ...cells.slice(17)])).toEqual([
      ["Đội xã Phước Lộc", "24", "24", "20", "0", "mới", "20", "0", "4", "0"],
      ["Đội xã Phước Sơn", "4", "4", "4", "0", "mới", "4", "0", "0", "0"],
      ["Cộng", "28", "28", "24", "0", "mới", "24", "0", "4", "0"],
    ]);
  });

  test("of the entries behind a number has no name in it; what of a register is taken along is written down", async () => {
    const rows = await rowsOf(await bytesOf(await take(people.leader, "entries", { unit: province.units.teamA, indicator: "online_dossiers", stage: "matched", to: "2026-08-20" })));
    expect(rows.filter(([, , outcome]) => outcome === outcomeNames.dossierSubmitted.short)).toHaveLength(20);
    expect(JSON.stringify(rows)).not.toContain(people.volunteer.name);
    expect(rows.at(-1)![4]).toBe("20");
    await take(people.officer, "share-rows", neededBy("share-rows"));
    const { rows: logged } = await province.client.query("select type from command_log where actor_id = $1 and type like 'export%'", [people.officer.actor.userId]);
    expect(logged).toContainEqual({ type: "exportShareRows" });
  });

  test("is a document where one signs it, in the name of the unit", async () => {
    const { paragraphs, tables } = readDocx(await bytesOf(await take(people.officer, "units", { format: "docx", from: "2026-08-01", to: "2026-08-20" })));
    const texts = paragraphs.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(["TỈNH ĐOÀN", "HUYỆN ĐOÀN TUY PHƯỚC", "ĐOÀN TNCS HỒ CHÍ MINH", "KẾT QUẢ THỰC HIỆN CHỈ TIÊU: HUYỆN ĐOÀN TUY PHƯỚC", "NGƯỜI LẬP"]));
    const row = tables[1]!.rows.find(({ cells }) => cells[0]!.text.startsWith("5. "))!;
    expect(row.cells.map(({ text }) => text).slice(2, 5)).toEqual(["28", "28", "24"]);
  });
});

describe("who stands out", () => {
  test("is found among the teams and people of the subtree, by what was confirmed and matched", async () => {
    const { teams, people: persons } = (await readCommendation(people.officer.actor, province.units.district, days, now))!;
    expect(teams.considered).toBe(2);
    expect(teams.commended).toMatchObject([{ id: province.units.teamA, confirmed: 24, matched: 20, refuted: 0, base: 2, perBase: 10, kinds: [{ kind: "dossierSubmitted", count: 20 }] }]);
    expect(teams.commended[0]!.matched).toBeGreaterThanOrEqual(teamRule.leastMatched);
    expect(persons.commended).toMatchObject([{ name: people.volunteer.name, unitName: "Đội xã Phước Lộc", confirmed: 24, matched: 20, base: 4 }]);
    expect(persons.commended[0]!.base).toBeGreaterThanOrEqual(personRule.leastBase);
  });

  test("is read by the planner, who sees no entry; not by a leader, nor by who asks the database without being asked about", async () => {
    expect((await readCommendation(people.planner.actor, province.units.province, days, now))!.teams.considered).toBe(2);
    expect(await withActor(people.planner.actor, (tx) => tx.$queryRaw`select from entry`)).toEqual([]);
    for (const person of [people.leader, people.observer, people.volunteer]) {
      expect(await readCommendation(person.actor, province.units.teamA, days, now)).toBeUndefined();
      expect(await withActor(person.actor, (tx) => tx.$queryRaw`select * from confirmed_work(${province.units.teamA}::uuid, '2026-08-01', '2026-08-20')`)).toEqual([]);
    }
  });

  test("opens the entries behind each of the numbers, of the person and the team alone", async () => {
    const [person] = (await readCommendation(people.officer.actor, province.units.district, days, now))!.people.commended;
    const asked = { unitId: person!.unitId!, author: person!.authorId!, place: "own", first: days.from, through: days.through, treeOn: days.through } as const;
    for (const stage of ["confirmed", "matched", "refuted"] as const) {
      const counted = (await readCountedOutcomes(people.officer.actor, { ...asked, stage }, now))!;
      expect([counted.count, counted.outcomes.length, counted.authorName], stage).toEqual([person![stage], person![stage], people.volunteer.name]);
    }
    expect((await readCountedOutcomes(people.officer.actor, { ...asked, author: makeId(), stage: "confirmed" }, now))!.count).toBe(0);
    expect(await readCountedOutcomes(people.planner.actor, { ...asked, stage: "confirmed" }, now)).toBeUndefined();
  });

  test("stands with the reason in the list", async () => {
    const rows = await rowsOf(await bytesOf(await take(people.verifier, "commendation", { from: "2026-08-01", to: "2026-08-20" })));
    expect(rows.at(-2)!.slice(1)).toEqual(["Đội xã Phước Lộc", "24", "20", "0", "2", "10 kết quả đã khớp mỗi người, mức giữa là 6; 20 nộp hồ sơ."]);
  });
});
