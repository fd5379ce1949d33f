import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ImportAction, ImportState } from "@/lib/protocol/imports";
import type { MemberOptions, MemberPlan } from "@/lib/protocol/members";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { Person } from "@/lib/server/auth/person";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import { changeImport } from "@/lib/server/imports/change-import";
import { listImports, readUnread } from "@/lib/server/imports/read-import";
import { readUpload } from "@/lib/server/imports/read-upload";
import { listMemberImports, readMemberImport } from "@/lib/server/members/read-member-imports";
import { insertRows } from "../../../prisma/demo/insert-rows";
import { makeImporter, piecesOf } from "../../factories/imports";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let verifier: Person;
let importer: ReturnType<typeof makeImporter>;
let commune: string;
const now = "2026-08-20T03:00:00.000Z";
const asOf = LocalDate.parse("2026-08-20");
const header = "Số CCCD,Đơn vị,Ngày vào Đoàn,Ngày ra,Công chức viên chức";
const [binh, hai, ba, tu] = ["052095001234", "052195001235", "052095001236", "052195001237"] as const;

beforeAll(async () => {
  province = await makeWorkingProvince();
  verifier = await province.addActingPerson("provinceVerifier", province.units.province);
  importer = makeImporter(verifier, now);
  commune = randomUUID();
  const own = { province_id: province.provinceId, valid_from: "2022-05-01" };
  await insertRows(province.client, "unit", [{ ...own, id: commune, kind: "grassroots", name: "Đoàn xã Phước Lộc", official_code: "22045", sort_order: 5 }]);
  await insertRows(province.client, "unit_parent", [{ ...own, unit_id: commune, parent_id: province.units.district }]);
  await province.client.query("select refresh_unit_ancestors()");
});
beforeEach(() => province.client.query("truncate import_batch, command_log cascade"));
afterAll(() => province.remove());

type Options = Partial<Omit<MemberOptions, "asOf">> & { asOf?: string };
type Read = { state: ImportState; plan: MemberPlan };

async function read(file: string | Uint8Array, { asOf: day = asOf, people = "members", complete = false }: Options = {}, person = verifier): Promise<Read> {
  const inspected = await importer.inspect(file);
  const id = randomUUID();
  const begin: ImportAction = { action: "begin", id, kind: "member", fileName: "đoàn viên.csv", mapping: inspected.member.mapping, members: { asOf: LocalDate.parse(day), people, complete } };
  const begun = await changeImport(person.actor, begin, importer.tick());
  if (!begun.ok) throw new Error(JSON.stringify(begun.error));
  const done = await readUpload(person.actor, id, piecesOf(file), importer.tick());
  if (!done.ok) throw new Error(done.error);
  const plan = (await readMemberImport(person.actor, id, now))!.result.members!;
  return { state: done.value, plan };
}

async function bring(file: string | Uint8Array, options: Options = {}): Promise<Read> {
  const found = await read(file, options);
  if (found.state.status === "ready") expect(await importer.accept(found.state.id)).toMatchObject({ ok: true, value: { status: "accepted" } });
  return found;
}

const lines = (...rows: string[]) => [header, ...rows, ""].join("\n");
/** The dated rows of a person, as `unit from–to flags`. */
async function historyOf(number: string): Promise<string[]> {
  const { rows } = await province.client.query<{ line: string }>(
    `select unit.name || ' ' || member.valid_from || '–' || coalesce(member.valid_to::text, '') || case when union_member then ' đv' else '' end
            || case when public_employee then ' cc' else '' end as line
     from member join unit on unit.id = unit_id where number_hash = $1 order by member.valid_from, member.valid_to`, [keyedHash("personalNumber", number)]);
  return rows.map(({ line }) => line);
}

describe("a file of members", () => {
  test("as offices write it is read whole: titles, decomposed letters, tolerant names of units, numbers as text, sums", async () => {
    const file = [
      "TỈNH ĐOÀN BÌNH ĐỊNH,,,,,", "DANH SÁCH ĐOÀN VIÊN,,,,,", ",,,,,",
      "STT,Họ và tên,Số CCCD,Đơn vị sinh hoạt,Ngày vào Đoàn,CB CC VC".normalize("NFD"),
      `1,Trần Văn Bình,'${binh},H. Tuy Phước,26/03/2015,x`,
      `2,Lê Thị Hai,="${hai}",ĐOÀN XÃ PHƯỚC LỘC,15-5-2018,`,
      `3,Lê Văn Ba,${ba},22045,,`,
      `4,Lê Thị Tư,${tu},Huyện đoàn Hoài Nhơn,,`,
      `5,Võ Năm,052095001238,Xã Phước Lộc,30/02/2020,`,
      `6,Võ Sáu,052095001239,Xã Phước Lộc,01/01/2062,`,
      "Tổng cộng,,6,,,",
    ].join("\r\n");
    const { state, plan } = await bring(file);
    expect(state).toMatchObject({ status: "ready", rowCount: 6, unreadCount: 3, newCount: 3, changedCount: 0 });
    expect(plan).toMatchObject({ counts: { join: 3 }, same: 0, missing: 0 });
    expect(plan.units.map(({ name, joins }) => [name, joins])).toEqual([["Huyện đoàn Tuy Phước", 1], ["Đoàn xã Phước Lộc", 2]]);
    expect(await historyOf(binh)).toEqual(["Huyện đoàn Tuy Phước 2015-03-26– đv cc"]);
    expect(await historyOf(hai)).toEqual(["Đoàn xã Phước Lộc 2018-05-15– đv"]);
    expect(await historyOf(ba)).toEqual(["Đoàn xã Phước Lộc 2026-08-20– đv"]);
    const { problems } = (await readMemberImport(verifier.actor, state.id, now))!;
    expect(problems.map(({ rowNumber, field, code, text }) => [rowNumber, field, code, text])).toEqual([
      [8, "unit", "unitUnknown", "Huyện đoàn Hoài Nhơn"], [9, "joinedOn", "dateMalformed", "30/02/2020"], [10, "joinedOn", "dateInFuture", "01/01/2062"],
    ]);
  });

  test("keeps no number: only its hash and its last four digits, and nothing of the file once it is accepted", async () => {
    const { state } = await bring(lines(`${binh},Huyện đoàn Tuy Phước,26/03/2015,,`));
    const { rows } = await province.client.query(
      `select (select json_agg(member) from member)::text || (select json_agg(import_batch) from import_batch)::text as all, (select count(*)::int from member_staging) as staged`);
    expect(rows[0].all).not.toContain(binh);
    expect(rows[0].all).toContain('"last_four":"1234"');
    expect(rows[0].staged).toBe(0);
    expect((await readMemberImport(verifier.actor, state.id, now))?.summary).toMatchObject({ status: "accepted", importedBy: verifier.name });
  });

  test("writes nothing before it is accepted, and nothing at all when it is cancelled", async () => {
    const { state } = await read(lines(`${binh},Huyện đoàn Tuy Phước,,,`));
    expect(await historyOf(binh)).toEqual([]);
    expect(await importer.cancel(state.id)).toMatchObject({ ok: true, value: { status: "cancelled" } });
    expect(await historyOf(binh)).toEqual([]);
    expect((await province.client.query("select count(*)::int as count from member_staging")).rows[0].count).toBe(0);
    expect(await importer.accept(state.id)).toEqual({ ok: false, error: "notAllowedInThisState" });
  });

  test("twice changes nothing, also when it was saved anew", async () => {
    const rows = [`${binh},Huyện đoàn Tuy Phước,26/03/2015,,x`, `${hai},Đoàn xã Phước Lộc,,,`, `${ba},Đoàn xã Phước Lộc,01/01/2016,31/05/2026,`];
    await bring(lines(...rows));
    const before = (await province.client.query("select * from member order by id")).rows;
    expect((await bring(lines(...rows))).state).toMatchObject({ status: "cancelled", sameAs: expect.any(String) });
    const { plan } = await bring(lines(...rows, ""), { complete: true });
    expect(plan).toMatchObject({ counts: {}, same: 3 });
    expect((await bring(lines(...rows, "", ""), { asOf: "2026-08-19" })).plan).toMatchObject({ counts: {} });
    expect((await province.client.query("select * from member order by id")).rows).toEqual(before);
  });
});

describe("later files", () => {
  beforeEach(() => bring(lines(`${binh},Huyện đoàn Tuy Phước,26/03/2015,,`, `${hai},Đoàn xã Phước Lộc,15/05/2018,,x`, `${ba},Đoàn xã Phước Lộc,01/01/2020,,`), { asOf: "2026-01-01" }));

  test("move, end and begin memberships from their own days, else from the file's", async () => {
    const { plan } = await bring(lines(`${binh},Đoàn xã Phước Lộc,,,`, `${hai},Đoàn xã Phước Lộc,15/05/2018,31/05/2026,`, `${tu},Huyện đoàn Tuy Phước,01/03/2026,,`));
    expect(plan.counts).toEqual({ move: 1, leave: 1, join: 1 });
    expect(plan.sample).toEqual([
      { what: "leave", lastFour: "1235", from: "Đoàn xã Phước Lộc", to: undefined, day: "2026-05-31" },
      { what: "move", lastFour: "1234", from: "Huyện đoàn Tuy Phước", to: "Đoàn xã Phước Lộc", day: "2026-08-20" },
      { what: "join", lastFour: "1237", from: undefined, to: "Huyện đoàn Tuy Phước", day: "2026-03-01" },
    ]);
    expect(await historyOf(binh)).toEqual(["Huyện đoàn Tuy Phước 2015-03-26–2026-08-20 đv", "Đoàn xã Phước Lộc 2026-08-20– đv"]);
    expect(await historyOf(hai)).toEqual(["Đoàn xã Phước Lộc 2018-05-15–2026-05-31 đv cc"]);
    expect(await historyOf(tu)).toEqual(["Huyện đoàn Tuy Phước 2026-03-01– đv"]);
    expect(await historyOf(ba)).toEqual(["Đoàn xã Phước Lộc 2020-01-01– đv"]);
  });

  test("that list who moved twice take the day on which they left", async () => {
    await bring(lines(`${binh},Huyện đoàn Tuy Phước,,15/04/2026,`, `${binh},Đoàn xã Phước Lộc,,,`));
    expect(await historyOf(binh)).toEqual(["Huyện đoàn Tuy Phước 2015-03-26–2026-04-15 đv", "Đoàn xã Phước Lộc 2026-04-15– đv"]);
  });

  test("take who came back as new from then on", async () => {
    await bring(lines(`${hai},Đoàn xã Phước Lộc,,31/05/2026,`));
    await bring(lines(`${hai},Huyện đoàn Tuy Phước,15/05/2018,,`), { asOf: "2026-08-20" });
    expect(await historyOf(hai)).toEqual(["Đoàn xã Phước Lộc 2018-05-15–2026-05-31 đv cc", "Huyện đoàn Tuy Phước 2026-08-20– đv"]);
  });

  test("correct a day of joining, and don't undo what is known of a later day", async () => {
    expect((await bring(lines(`${ba},Đoàn xã Phước Lộc,01/02/2020,,`))).plan.counts).toEqual({ correct: 1 });
    expect(await historyOf(ba)).toEqual(["Đoàn xã Phước Lộc 2020-02-01– đv"]);
    await bring(lines(`${ba},Huyện đoàn Tuy Phước,,,`), { asOf: "2026-08-18" });
    const { plan } = await bring(lines(`${ba},Đoàn xã Phước Lộc,,,`), { asOf: "2026-03-01" });
    expect(plan.counts).toEqual({});
    expect(await historyOf(ba)).toEqual(["Đoàn xã Phước Lộc 2020-02-01–2026-08-18 đv", "Huyện đoàn Tuy Phước 2026-08-18– đv"]);
  });

  test("take who is missing as having left, only where a file is complete, only in its units, only if every row was read", async () => {
    const file = lines(`${hai},Đoàn xã Phước Lộc,,,x`);
    expect((await read(file)).plan.counts).toEqual({});
    const unread = await read(lines(`${hai},Đoàn xã Phước Lộc,,,x`, "05209500123,Đoàn xã Phước Lộc,,,"), { complete: true });
    expect(unread.plan).toMatchObject({ counts: {}, missing: 0, unreadBefore: 1 });
    const { plan } = await bring(file, { complete: true });
    expect(plan).toMatchObject({ counts: { leave: 1 }, missing: 1, unreadBefore: 0 });
    expect(await historyOf(ba)).toEqual(["Đoàn xã Phước Lộc 2020-01-01–2026-08-20 đv"]);
    expect(await historyOf(binh)).toEqual(["Huyện đoàn Tuy Phước 2015-03-26– đv"]);
  });

  test("of public employees say who is one, not which unit of the Union a member is in, and make nobody a member", async () => {
    const { plan } = await bring(lines(`${binh},Đoàn xã Phước Lộc,,,`, `${tu},Huyện đoàn Tuy Phước,01/07/2024,,`), { people: "publicEmployees" });
    expect(plan.counts).toEqual({ change: 1, join: 1 });
    expect(await historyOf(binh)).toEqual(["Huyện đoàn Tuy Phước 2015-03-26–2026-08-20 đv", "Huyện đoàn Tuy Phước 2026-08-20– đv cc"]);
    expect(await historyOf(tu)).toEqual(["Huyện đoàn Tuy Phước 2024-07-01– cc"]);
    await bring(lines(`${tu},Đoàn xã Phước Lộc,15/08/2026,,x`));
    expect(await historyOf(tu)).toEqual(["Huyện đoàn Tuy Phước 2024-07-01–2026-08-15 cc", "Đoàn xã Phước Lộc 2026-08-15– đv cc"]);
  });

  test("are not accepted on top of one that was accepted since they were read", async () => {
    const first = await read(lines(`${binh},Đoàn xã Phước Lộc,,,`));
    await bring(lines(`${tu},Đoàn xã Phước Lộc,,,`));
    expect(await importer.accept(first.state.id)).toEqual({ ok: false, error: "versionConflict" });
  });
});

describe("only the keeper of the registers", () => {
  test.each(["officer", "provincePlanner", "leader"] as const)("imports members, not a %s", async (role) => {
    const other = await province.addActingPerson(role, province.units.province);
    const { state } = await read(lines(`${binh},Huyện đoàn Tuy Phước,,,`));
    await expect(read(lines(`${binh},Huyện đoàn Tuy Phước,,,`), {}, other)).rejects.toThrow("unknownOrForbidden");
    for (const action of ["accept", "cancel"] as const) expect(await changeImport(other.actor, { action, id: state.id }, now)).toEqual({ ok: false, error: "unknownOrForbidden" });
    expect(await readMemberImport(other.actor, state.id, now)).toBeUndefined();
    expect(await readUnread(other.actor, state.id, now)).toBeUndefined();
    expect(await listMemberImports(other.actor, now)).toEqual([]);
  });

  test("sees files of members in their own history, without those of the register", async () => {
    const { state } = await bring(lines(`${binh},Huyện đoàn Tuy Phước,,,`));
    expect((await listMemberImports(verifier.actor, now)).map(({ id }) => id)).toEqual([state.id]);
    expect(await listImports(verifier.actor, now)).toEqual([]);
  });
});

test("a file of members of a later day than today is refused", async () => {
  const begin: ImportAction = { action: "begin", id: randomUUID(), kind: "member", fileName: "a.csv", mapping: { number: 0, unit: 1 }, members: { asOf: LocalDate.parse("2026-08-22"), people: "members", complete: false } };
  expect(await importer.change(begin)).toEqual({ ok: false, error: { code: "dateInFuture", field: "members.asOf" } });
});
