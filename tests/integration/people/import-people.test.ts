import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { POST } from "@/app/api/people/file/route";
import { PeopleFilePlan } from "@/lib/protocol/people";
import type { Person } from "@/lib/server/auth/person";
import { acceptPeople, previewPeople } from "@/lib/server/people/import-people";
import { listPeople, listWithoutPassword } from "@/lib/server/people/list-people";
import { peopleWorkbook, restWorkbook } from "@/lib/server/people/people-workbook";
import { readPerson } from "@/lib/server/people/read-person";
import { tellNobody } from "@/lib/server/people/tell-progress";
import { firstLine, makePeopleFile, type PersonLine } from "../../factories/people-file";
import { makeSessionCookie } from "../../factories/session";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";
import { insertRows } from "../../../prisma/demo/insert-rows";

const now = "2026-11-22T03:00:00.000Z";
const [teamA, teamB] = ["Đội xã Phước Lộc", "Đội xã Phước Sơn"];
let province: WorkingProvince;
let officer: Person;
let leader: Person;

beforeAll(async () => {
  province = await makeWorkingProvince();
  const { client, provinceId: province_id, units } = province;
  const other = randomUUID();
  await insertRows(client, "unit", [{ id: other, province_id, kind: "team", name: "Đội phường Nhơn Bình", sort_order: 0, valid_from: "2022-05-01" }]);
  await insertRows(client, "unit_parent", [{ province_id, unit_id: other, parent_id: units.province, valid_from: "2022-05-01" }]);
  await client.query("select refresh_unit_ancestors()");
  ({ officer, leaderA: leader } = await province.addStaff());
});
afterAll(() => province.remove());

async function preview(lines: readonly PersonLine[], who = officer): Promise<PeopleFilePlan> {
  const planned = await previewPeople(who.actor, await makePeopleFile(lines), now, tellNobody);
  if (!planned.ok) throw new Error(planned.error);
  return planned.value.plan;
}
async function accept(lines: readonly PersonLine[], { id = randomUUID() as string, digest = undefined as string | undefined, who = officer } = {}) {
  return acceptPeople(who.actor, { action: "accept", id, digest: digest ?? (await preview(lines, who)).digest }, await makePeopleFile(lines), now, tellNobody);
}
const countPeople = async () => (await province.client.query<{ count: number }>("select count(*)::int as count from app_user")).rows[0]!.count;
const named = async (name: string) => (await listPeople(officer.actor, { search: name }, now)).people;
const problemsOf = ({ problems }: PeopleFilePlan) => problems.map(({ row, column, text, code }) => [row - firstLine, column, text, code]);

describe("a file of people", () => {
  test("writes nothing before it is accepted, and then each person with unit, role and kind, without a password", async () => {
    const lines: PersonLine[] = [["Trần Văn Một", teamA], ["Trần Thị Hai", "Đội xã Phước Sơn, Huyện đoàn Tuy Phước", "Đội trưởng", "Học sinh, sinh viên", "hai.tran"]];
    const before = await countPeople();
    expect(await preview(lines)).toMatchObject({ newCount: 2, changedCount: 0, sameCount: 0, problemCount: 0 });
    expect(await countPeople()).toBe(before);

    const id = randomUUID();
    expect(await accept(lines, { id })).toEqual({ ok: true, value: { id, newCount: 2, changedCount: 0 } });
    expect(await named("tran")).toMatchObject([
      { name: "Trần Thị Hai", login: "hai.tran", state: "noPassword", roles: [{ role: "leader", placeName: teamB }] },
      { name: "Trần Văn Một", login: "vanmot", state: "noPassword", roles: [{ role: "volunteer", placeName: teamA }] },
    ]);
    expect((await listPeople(officer.actor, { command: id }, now)).total).toBe(2);
    expect(await listWithoutPassword(officer.actor, { command: id }, now)).toHaveLength(2);
    const { rows } = await province.client.query("select type, answer from command_log where id = $1", [id]);
    expect(rows).toEqual([{ type: "importPeople", answer: { commandId: id, verdict: "accepted", newCount: 2, changedCount: 0 } }]);
    const [first] = await named("tran van mot");
    expect((await readPerson(officer.actor, first!.id, now))?.history.map(({ kind, byName }) => [kind, byName])).toEqual(expect.arrayContaining([["imported", officer.name], ["roleGranted", officer.name]]));
  });

  test("a second time changes nothing, whatever became of it", async () => {
    const lines: PersonLine[] = [["Trần Văn Một", teamA], ["Trần Thị Hai", teamB, "Đội trưởng", "Học sinh, sinh viên", "hai.tran"]];
    const before = await countPeople();
    expect(await preview(lines)).toMatchObject({ newCount: 0, changedCount: 0, sameCount: 2 });
    expect(await accept(lines)).toMatchObject({ ok: true, value: { newCount: 0, changedCount: 0 } });
    expect(await countPeople()).toBe(before);
  });

  test("sent twice under one id is done once", async () => {
    const lines: PersonLine[] = [["Trần Văn Ba", teamA]];
    const [id, { digest }] = [randomUUID(), await preview(lines)];
    const first = await accept(lines, { id, digest });
    expect(await accept(lines, { id, digest })).toEqual(first);
    expect(await named("tran van ba")).toHaveLength(1);
  });

  test("that would do something else by now is not done", async () => {
    const lines: PersonLine[] = [["Trần Văn Bốn", teamA]];
    const { digest } = await preview(lines);
    await accept(lines);
    expect(await accept(lines, { digest })).toEqual({ ok: false, error: "planChangedSince" });
    expect(await named("tran van bon")).toHaveLength(1);
  });

  test("names its wrong cells by row and column, and only its right rows are taken", async () => {
    const lines: PersonLine[] = [["Lý Văn Năm", "Đội xã Không Có"], ["Lý Văn 6", teamA, "hoàng đế"], ["Lý Văn Bảy", "Đội phường Nhơn Bình"], ["Lý Văn Tám", teamA], ["", teamA], ["Lý Văn Chín", teamA, "Văn phòng UBND tỉnh"]];
    const plan = await preview(lines);
    expect(problemsOf(plan)).toEqual([
      [0, "C", "Đội xã Không Có", "unitUnknown"], [1, "B", "Lý Văn 6", "nameHasUnexpectedCharacters"], [1, "D", "hoàng đế", "roleUnknown"],
      [2, "C", "Đội phường Nhơn Bình", "unitOutsideOwn"], [4, "B", "", "required"], [5, "D", "provinceVerifier", "roleNotForUnit"],
    ]);
    expect(plan).toMatchObject({ newCount: 1, wrongRowCount: 5, problemCount: 6 });
    expect(await accept(lines)).toMatchObject({ ok: true, value: { newCount: 1 } });
    expect((await named("ly van")).map(({ name }) => name)).toEqual(["Lý Văn Tám"]);
  });

  test("gives its wrong rows back as a file that can be put right and read again", async () => {
    const answer = await restWorkbook(officer.actor, await makePeopleFile([["Lý Văn Năm", "Đội xã Không Có"], ["Lý Văn Mười", teamA]]), now);
    if (!answer.ok) throw new Error(answer.error);
    const again = await previewPeople(officer.actor, new Uint8Array(await answer.value.arrayBuffer()), now, tellNobody);
    expect(again).toMatchObject({ ok: true, value: { plan: { newCount: 0, wrongRowCount: 1, problems: [{ code: "unitUnknown", text: "Đội xã Không Có" }] } } });
  });

  test("moves whom it names by login, from today on, and keeps what was", async () => {
    await accept([["Phan Thị Dời", teamA, "", "", "doi.phan"]]);
    const moved: PersonLine[] = [["Phan Thị Dời", teamB, "", "", "doi.phan"]];
    expect(await preview(moved)).toMatchObject({ newCount: 0, changedCount: 1, changed: [{ opens: [{ role: "volunteer", unitName: teamB }], ends: [{ role: "volunteer", unitName: teamA }] }] });
    await accept(moved);
    const [person] = await named("phan thi doi");
    expect(person?.roles).toEqual([{ role: "volunteer", placeName: teamB }]);
    expect(await preview(moved)).toMatchObject({ changedCount: 0, sameCount: 1 });
  });

  test("with two people of one name gives each a login of their own", async () => {
    await accept([["Đỗ Minh Quân", teamA], ["Đỗ Minh Quân", teamB]]);
    expect((await named("do minh quan")).map(({ login }) => login).sort()).toEqual(["minhquan", "minhquan2"]);
  });

  test("of the people there are, taken out and read as it is, changes nothing", async () => {
    const answer = await peopleWorkbook(officer, { list: true }, now);
    if (!answer.ok) throw new Error(answer.error);
    const plan = await previewPeople(officer.actor, new Uint8Array(await answer.value.arrayBuffer()), now, tellNobody);
    expect(plan).toMatchObject({ ok: true, value: { plan: { newCount: 0, changedCount: 0, problemCount: 0 } } });
    if (plan.ok) expect(plan.value.plan.sameCount).toBeGreaterThan(5);
  });

  test("without the columns it needs, or that is no workbook, is refused as a whole", async () => {
    expect(await previewPeople(officer.actor, Buffer.from("Tên,Tuổi\nLê Hoa,20\n"), now, tellNobody)).toEqual({ ok: false, error: "headerMissing" });
    expect(await previewPeople(officer.actor, Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), now, tellNobody)).toEqual({ ok: false, error: "fileIsOldExcel" });
  });
});

describe("the walls around a file of people", () => {
  test("a leader brings volunteers of the own team, and nobody else", async () => {
    const plan = await preview([["Hồ Văn Một", teamA], ["Hồ Văn Hai", teamA, "Đội trưởng"], ["Hồ Văn Ba", teamB]], leader);
    expect(plan.newCount).toBe(1);
    expect(problemsOf(plan)).toEqual([[1, "D", "leader", "roleNotYours"], [2, "C", teamB, "unitOutsideOwn"]]);
  });

  test("nobody renames or moves who is above them, and hears no more than that the login is taken", async () => {
    const { login } = (await province.client.query<{ login: string }>("select login from app_user where id = $1", [officer.actor.userId])).rows[0]!;
    expect(problemsOf(await preview([["Người Khác", teamA, "", "", login]], leader))).toEqual([[0, "F", login, "loginTaken"]]);
    expect(problemsOf(await preview([["Người Khác", teamA, "", "", login]], officer))).toEqual([[0, "F", login, "loginTaken"]]);
  });

  test("whoever looks after nobody is told that there is nothing", async () => {
    const volunteer = await province.addActingPerson("volunteer", province.units.teamA);
    const planner = await province.addActingPerson("provincePlanner", province.units.province);
    for (const { actor } of [volunteer, planner]) expect(await previewPeople(actor, await makePeopleFile([["Lê Hoa", teamA]]), now, tellNobody)).toEqual({ ok: false, error: "unknownOrForbidden" });
  });
});

describe("POST /api/people/file", () => {
  const ask = async (who: Person, query: string, body: Buffer) => POST(new Request(`http://localhost/api/people/file?${query}`, {
    method: "POST", body: new Uint8Array(body), headers: { cookie: await makeSessionCookie(province.client, who.actor.userId), host: "localhost", origin: "http://localhost" },
  }));

  test("says line by line how far it is, and last what it would change", async () => {
    const answer = await ask(officer, "action=plan", await makePeopleFile([["Cao Văn Một", teamA]]));
    const lines = (await answer.text()).trim().split("\n").map((line): unknown => JSON.parse(line));
    expect(lines.slice(0, -1)).toEqual(expect.arrayContaining([expect.objectContaining({ step: "read" }), expect.objectContaining({ step: "compare" })]));
    expect(lines.at(-1)).toMatchObject({ marker: "tinh-nguyen-so", plan: { newCount: 1 } });
  });

  test("answers what can't be read with its reason", async () => {
    const answer = await ask(officer, "action=plan", Buffer.from("a,b\n"));
    expect(JSON.parse((await answer.text()).trim().split("\n").at(-1)!)).toMatchObject({ error: { code: "headerMissing" } });
  });

  test("is not for a volunteer, whatever the file", async () => {
    const volunteer = await province.addActingPerson("volunteer", province.units.teamA);
    expect((await ask(volunteer, "action=plan", Buffer.from("x"))).status).toBe(404);
  });
});
