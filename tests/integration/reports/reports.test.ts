import { randomUUID } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as getDocx } from "@/app/api/reports/[id]/docx/route";
import { GET as getXlsx } from "@/app/api/reports/[id]/xlsx/route";
import { personParagraphKeys, type ReportParagraphs } from "@/lib/domain/report/monthly-report";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { ReportAction } from "@/lib/protocol/reports";
import type { Person } from "@/lib/server/auth/person";
import { withActor } from "@/lib/server/database/with-actor";
import { changeReport } from "@/lib/server/reports/change-report";
import { listReports, readReport } from "@/lib/server/reports/read-report";
import { redrawReport } from "@/lib/server/reports/redraw-report";
import { makeRecord, makeReview } from "../../factories/commands";
import { makeDossier, makeHelpSession } from "../../factories/help-session";
import { act } from "../../factories/households";
import { acceptRegister } from "../../factories/register";
import { makeSessionCookie } from "../../factories/session";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let verifier: Person;
let planner: Person;
let observer: Person;
let officer: Person;
let leader: Person;
let volunteer: Person;
let entryIds: string[];
const [july, august] = [randomUUID(), randomUUID()];
const day = (text: string) => LocalDate.parse(text);
const morningOf = (text: string) => `${text}T02:00:00.000Z`;

beforeAll(async () => {
  province = await makeWorkingProvince();
  ({ officer, leaderA: leader, volunteerA: volunteer } = await province.addStaff());
  verifier = await province.addActingPerson("provinceVerifier", province.units.province);
  planner = await province.addActingPerson("provincePlanner", province.units.province);
  observer = await province.addActingPerson("observer", province.units.province);
  const codes = ["H08.21-260710-0001", "H08.21-260710-0002"];
  entryIds = [];
  for (const dossierCode of codes) {
    const command = makeRecord(province.units.teamA, makeHelpSession({ happenedAt: morningOf("2026-07-10"), outcomes: [makeDossier({ dossierCode })] }));
    await act(volunteer, [command], morningOf("2026-07-11"));
    await act(leader, [makeReview(command.entryId, 1, "confirm")], morningOf("2026-07-12"));
    entryIds.push(command.entryId);
  }
  // A third one that nobody helped with, and two of the year before.
  const others = [["H08.21-260711-0003", "2026-07-11"], ["H08.21-250711-0004", "2025-07-11"], ["H08.21-250110-0005", "2025-01-10"]].map(([dossier, receivedOn]) => ({ dossier: dossier!, receivedOn: receivedOn! }));
  await acceptRegister(province, [{ dossier: "H08.21-260711-0003", receivedOn: "2026-07-11", channel: "paper" }, { dossier: "H08.21-260712-0006", receivedOn: "2026-07-12" }], morningOf("2026-07-19"));
  await acceptRegister(province, [...codes.map((dossier) => ({ dossier, receivedOn: "2026-07-10" })), ...others], morningOf("2026-07-20"));
  await acceptRegister(province, [{ dossier: "H08.21-260712-0006", receivedOn: "2026-07-12", channel: "paper" }], morningOf("2026-07-21"));
  await acceptRegister(province, [{ account: "052095001111", createdOn: "2026-07-01" }, { account: "052095002222", createdOn: "2026-08-20" }], morningOf("2026-07-22"));
});
afterAll(() => province.remove());

const change = (action: ReportAction, now: string, person = verifier) => changeReport(person.actor, action, now);
const begin = (id: string, through: string, asOf: string, now: string, person = verifier) =>
  change({ action: "begin", id, kind: "scheme", through: day(through), asOf: day(asOf), treeOn: day(through), compareWith: "published" }, now, person);
const allLookedAt = (text: string): ReportParagraphs => Object.fromEntries(personParagraphKeys.map((key) => [key, { text: `${text} ${key}`, carried: false }]));
const read = (id: string, now: string, person = verifier) => readReport(person.actor, id, now);
const helped = (report: Awaited<ReturnType<typeof read>>) => report?.snapshot.data.table.total.cells.counts.online_dossiers.matched;

// One story: each test goes on where the one before ended.
describe("a report", () => {
  const now = morningOf("2026-08-03");

  test("speaks of days that are over", async () => {
    expect(await begin(july, "2026-07-31", "2026-08-03", now)).toEqual({ ok: false, error: { code: "asOfTooLate", field: "asOf" } });
    expect(await begin(july, "2026-07-31", "2026-07-30", now)).toEqual({ ok: false, error: { code: "asOfBeforeEnd", field: "asOf" } });
    expect(await begin(july, "2026-07-31", "2026-08-02", now)).toEqual({ ok: true, value: { id: july, version: 1 } });
    expect(await begin(july, "2026-07-31", "2026-08-02", now)).toEqual({ ok: true, value: { id: july, version: 1 } });
  });

  test("is drawn from the data, with the province around it and what waits beside it", async () => {
    const report = await read(july, now);
    expect(helped(report)).toBe(2);
    expect(report?.snapshot.data).toMatchObject({
      context: { schemeStart: "2022-05-01", accounts: 1, onlineDossiers: { first: "2023-03-01", all: 5 } },
      backlog: { police: { vneid: { open: 0 } }, register: { dossiers: { open: 0 } }, officer: { articles: { open: 0 } }, review: { open: 0 }, phones: { open: 0, phones: 0 } },
      isProvisional: true,
    });
    expect(report?.snapshot.document.annexes.map(({ key }) => key)).toEqual(["annex1", "annex2"]);
  });

  test("of a year stands beside the year before", async () => {
    const id = randomUUID();
    await begin(id, "2026-07-31", "2026-08-02", now);
    const point = { kind: "year" as const, through: day("2026-07-31"), asOf: day("2026-08-02"), treeOn: day("2026-07-31"), compareWith: "before" as const };
    expect(await change({ action: "setPoint", id, expectedVersion: 1, ...point }, now)).toEqual({ ok: true, value: { id, version: 2 } });
    const { snapshot } = (await read(id, now))!;
    expect(snapshot.data.context.onlineDossiers).toEqual({ first: "2026-01-01", all: 3, yearBefore: 2 });
    expect(snapshot.data.table).toMatchObject({ point: { first: "2026-01-01" }, previousPoint: { first: "2025-01-01", through: "2025-07-31", asOf: "2025-08-02" } });
    expect(await change({ action: "discard", id, expectedVersion: 2 }, now)).toMatchObject({ ok: true });
    expect(await read(id, now)).toBeUndefined();
  });

  test("is written by one person after the other: who comes too late is told, and overwrites nothing", async () => {
    const write = (expectedVersion: number, text: string) => change({ action: "write", id: july, expectedVersion, paragraphs: { limits: { text, carried: false } } }, now);
    expect(await write(1, "Còn\u0000 chậm.\r\nVà ít.".normalize("NFD"))).toEqual({ ok: true, value: { id: july, version: 2 } });
    expect(await write(1, "Còn rất chậm.")).toEqual({ ok: false, error: { code: "versionConflict" } });
    expect((await read(july, now))?.snapshot.data.paragraphs.limits).toEqual({ text: "Còn chậm.\nVà ít.", carried: false });
  });

  test("is published once somebody has looked at all that was there before, and never changes again", async () => {
    const publish = (expectedVersion: number, id = july) => change({ action: "publish", id, expectedVersion, number: "125" }, now);
    expect(await publish(2)).toEqual({ ok: false, error: { code: "paragraphsToReview" } });
    expect(await change({ action: "write", id: july, expectedVersion: 2, paragraphs: allLookedAt("Tháng 7") }, now)).toMatchObject({ ok: true });
    expect(await publish(3)).toEqual({ ok: true, value: { id: july, version: 4 } });
    expect(await publish(3)).toEqual({ ok: true, value: { id: july, version: 4 } });
    expect(await change({ action: "discard", id: july, expectedVersion: 4 }, now)).toEqual({ ok: false, error: { code: "reportIsPublished" } });

    const report = await read(july, now);
    expect(report).toMatchObject({ intact: true, published: { number: "125", by: verifier.name, at: now }, snapshot: { document: { letterhead: { number: "Số: 125/BC-VPUBND" } } } });
    // The application changes no row of it, and not even the owner of the tables does.
    expect(await withActor(verifier.actor, (tx) => tx.$executeRaw`update report set snapshot = '{}' where id = ${july}::uuid`)).toBe(0);
    expect(await withActor(verifier.actor, (tx) => tx.$executeRaw`delete from report where id = ${july}::uuid`)).toBe(0);
    await expect(province.client.query("update report set number = '126' where id = $1", [july])).rejects.toThrow("never changes");
    const { rows } = await province.client.query("select type from command_log where id = $1", [july]);
    expect(rows).toEqual([{ type: "publishReport" }]);
  });
});

describe("the report after it", () => {
  const now = morningOf("2026-09-03");

  test("begins with what was written, marked until somebody looks at it", async () => {
    await act(officer, [makeReview(entryIds[0]!, 2, "overturn", { reason: "likelyDuplicate", note: "Cùng một giấy hẹn." })], morningOf("2026-08-10"));
    expect(await begin(august, "2026-08-31", "2026-09-02", now)).toMatchObject({ ok: true });
    const report = await read(august, now);
    expect(report?.isFirst).toBe(false);
    expect(report?.snapshot.data.paragraphs.strengths).toEqual({ text: "Tháng 7 strengths", carried: true });
    expect(report?.snapshot.document.body).toContainEqual({ kind: "paragraph", key: "strengths", origin: "person", text: "Tháng 7 strengths", carried: true });
  });

  test("says what was decided since about the days of the one before", async () => {
    const report = await read(august, now);
    expect(helped(report)).toBe(1);
    expect(report?.snapshot.data.table.total.previous?.counts.online_dossiers.matched).toBe(2);
    expect(report?.snapshot.data.corrections).toEqual({ number: "125", through: "2026-07-31", changes: [{ indicator: "online_dossiers", published: 2, now: 1 }] });
    expect(report?.snapshot.corrections?.differences).toEqual([
      { place: { kind: "total" }, indicator: "online_dossiers", of: "now", stage: "matched", then: 2, since: 1 },
      { place: { kind: "unit", id: province.units.district, name: "Huyện đoàn Tuy Phước" }, indicator: "online_dossiers", of: "now", stage: "matched", then: 2, since: 1 },
    ]);
  });

  test("leaves the one before as it was, and that can be drawn once more as of its day", async () => {
    expect(helped(await read(july, now))).toBe(2);
    expect(await redrawReport(verifier.actor, july, now)).toEqual([]);
  });

  test("needs a number of its own", async () => {
    await change({ action: "write", id: august, expectedVersion: 1, paragraphs: allLookedAt("Tháng 8") }, now);
    expect(await change({ action: "publish", id: august, expectedVersion: 2, number: "125" }, now)).toEqual({ ok: false, error: { code: "reportNumberTaken", field: "number" } });
  });
});

describe("who reads and writes", () => {
  const now = morningOf("2026-09-03");
  const textOf = (file: ArrayBuffer) => strFromU8(unzipSync(new Uint8Array(file))["word/document.xml"]!).replace(/<[^>]+>/g, "");
  const listed = async (person: Person) => (await listReports(person.actor, now)).map(({ id }) => id);

  test("drafts are the province verifier's; what was published is read by planners and observers too", async () => {
    expect(await listed(verifier)).toEqual([august, july]);
    for (const person of [planner, observer]) {
      expect(await listed(person)).toEqual([july]);
      expect(await read(july, now, person)).toMatchObject({ opensEntries: false, mayWrite: false, published: { number: "125" } });
      expect(await read(august, now, person)).toBeUndefined();
      expect(await redrawReport(person.actor, july, now)).toEqual([]);
    }
  });

  test("the province's report is not for whoever works for a district, a team or nobody", async () => {
    for (const person of [officer, leader, volunteer]) {
      expect(await listed(person)).toEqual([]);
      expect(await read(july, now, person)).toBeUndefined();
    }
  });

  test("with the application's checks forgotten, the database says the same", async () => {
    for (const { actor } of [planner, observer]) {
      const rows = await withActor(actor, (tx) => tx.$queryRaw<{ id: string }[]>`select id from report`);
      expect(rows.map(({ id }) => id)).toEqual([july]);
      const forged = withActor(actor, (tx) => tx.$executeRaw`
        insert into report (id, province_id, kind, unit_id, through, as_of, tree_on, status, paragraphs, created_by_id, created_at, changed_at)
        select ${randomUUID()}::uuid, province_id, kind, unit_id, through, as_of, tree_on, 'draft', '{}', ${actor.userId}::uuid, now(), now() from report`);
      await expect(forged).rejects.toThrow("row-level security");
    }
    expect(await withActor(officer.actor, (tx) => tx.$queryRaw`select id from report`)).toEqual([]);
    expect(await withActor(leader.actor, (tx) => tx.$queryRaw`select * from report_context('2026-01-01', '2026-07-31', '2026-08-02')`)).toEqual([]);
  });

  test("nobody else writes", async () => {
    for (const person of [planner, observer, officer, leader]) {
      expect(await begin(randomUUID(), "2026-08-31", "2026-09-02", now, person)).toEqual({ ok: false, error: { code: "unknownOrForbidden" } });
      expect(await change({ action: "discard", id: august, expectedVersion: 2 }, now, person)).toEqual({ ok: false, error: { code: "unknownOrForbidden" } });
    }
  });

  test("files are for whoever opens the page", async () => {
    const fileOf = async (id: string, { actor }: Person) => getDocx(new Request(`http://localhost/api/reports/${id}/docx`, { headers: { cookie: await makeSessionCookie(province.client, actor.userId) } }));
    const file = await fileOf(july, observer);
    expect(file.headers.get("content-disposition")).toBe('attachment; filename="bao-cao-de-an-5299-den-2026-07-31.docx"');
    expect(textOf(await file.arrayBuffer())).toContain("Số: 125/BC-VPUBND");
    const workbook = await getXlsx(new Request(`http://localhost/api/reports/${july}/xlsx`, { headers: { cookie: await makeSessionCookie(province.client, observer.actor.userId) } }));
    expect(Object.keys(unzipSync(new Uint8Array(await workbook.arrayBuffer())))).toContain("xl/worksheets/sheet3.xml");
    expect((await fileOf(august, observer)).status).toBe(404);
    const draft = await fileOf(august, verifier);
    expect(draft.headers.get("content-disposition")).toContain("-du-thao.docx");
    expect(textOf(await draft.arrayBuffer())).toContain("DỰ THẢO BÁO CÁO");
  });
});
