import { describe, expect, test } from "vitest";
import { findPeopleColumns } from "@/lib/domain/people/people-columns";
import { planPeople, type KnownPerson, type PeoplePlan } from "@/lib/domain/people/plan-people";
import { readPeopleRows, type FileUnit } from "@/lib/domain/people/read-people-rows";
import { err, ok } from "@/lib/domain/result";
import { LocalDate } from "@/lib/domain/time/local-date";

const today = LocalDate.parse("2026-11-22");
const since = LocalDate.parse("2022-05-01");
const units: Record<string, FileUnit> = { A: { id: "a", name: "A", kind: "team" }, B: { id: "b", name: "B", kind: "team" }, "Tỉnh": { id: "p", name: "Tỉnh", kind: "province" } };
const words = { roles: new Map([["tnv", "volunteer"], ["doi truong", "leader"]] as const), memberKinds: new Map([["sinh vien", "student"]] as const) };

const head = ["STT", "Họ và tên", "Đơn vị", "Vai trò", "Loại thành viên", "Tên đăng nhập"];
type Line = readonly [name: string, unit: string, role?: string, kind?: string, login?: string];
const rowsOf = (lines: readonly Line[]) => [head, ...lines.map((line, index) => [String(index + 1), ...line])].map((cells, index) => ({ rowNumber: index + 1, cells: cells.map((cell) => cell ?? "") }));

function known(id: string, name: string, unitId: string, more: Partial<KnownPerson> = {}): KnownPerson {
  return { id, login: id, name, memberKind: "volunteer", isDisabled: false, isManaged: true, held: [{ id: `${id} ${unitId}`, role: "volunteer", unitId, validFrom: since }], ...more };
}

function plan(lines: readonly Line[], people: readonly KnownPerson[] = [], taken: readonly string[] = []): PeoplePlan {
  const rows = rowsOf(lines);
  const read = readPeopleRows(rows, findPeopleColumns(rows)!, (text) => (units[text] ? ok(units[text]) : err("unitUnknown")), words);
  const planned = planPeople(read.rows, { known: people, isTaken: (login) => [...taken, ...people.map((person) => person.login)].includes(login), wrongLogins: read.wrongLogins, mayGive: (_, unit) => unit.id !== "p", today });
  return { ...planned, problems: [...read.problems, ...planned.problems] };
}
const cells = ({ problems }: PeoplePlan) => problems.map(({ row, field, code }) => [row, field, code]);

describe("a file of people", () => {
  test("names new people with what it says of them, and volunteers where it says nothing", () => {
    const { created, problems } = plan([["NGUYỄN VĂN AN", "A"], ["Lê Thị Hoa", "B", "đội trưởng", "Sinh viên", "hoa.le"]]);
    expect(problems).toEqual([]);
    expect(created.map(({ name, login, memberKind, opens }) => [name, login, memberKind, opens.map(({ role, unit }) => `${role} ${unit.id}`)])).toEqual([
      ["Nguyễn Văn An", undefined, "volunteer", ["volunteer a"]], ["Lê Thị Hoa", "hoa.le", "student", ["leader b"]],
    ]);
  });

  test("says of each wrong cell what is wrong, all of a row at once", () => {
    expect(cells(plan([["An 3", "C", "vua", "rồng", "x"], ["", "A"], ["Lê Hoa", ""]]))).toEqual([
      [2, "name", "nameHasUnexpectedCharacters"], [2, "unit", "unitUnknown"], [2, "role", "roleUnknown"], [2, "memberKind", "memberKindUnknown"], [2, "login", "loginMalformed"],
      [3, "name", "required"], [4, "unit", "required"],
    ]);
  });

  test("passes over empty rows, sums and the names of its columns on the next page", () => {
    expect(plan([["", ""], ["Họ và tên", "Đơn vị"], ["Tổng cộng", "12"], ["Lê Hoa", "A"]])).toMatchObject({ created: [{ row: 5 }], problems: [] });
  });

  test("that says what is so already changes nothing", () => {
    const people = [known("hoa", "Lê Hoà", "a"), known("vanan", "Nguyễn Văn An", "b", { memberKind: "student" })];
    expect(plan([["lê hòa", "A"], ["Nguyễn Văn An", "B", "TNV", "Sinh viên", "vanan"]], people)).toEqual({ created: [], changed: [], same: 2, problems: [] });
  });

  test("leaves the role of whoever is there where it says none", () => {
    const leader = known("hoa", "Lê Hoa", "a", { held: [{ id: "x", role: "leader", unitId: "a", validFrom: since }] });
    expect(plan([["Lê Hoa", "A"]], [leader])).toMatchObject({ changed: [], same: 1 });
  });

  test("moves whom it names by login, and ends what they held", () => {
    const { changed } = plan([["Lê Hoa", "B", "", "", "hoa"]], [known("hoa", "Lê Hoa", "a")]);
    expect(changed).toMatchObject([{ person: { id: "hoa" }, opens: [{ role: "volunteer", unit: { id: "b" } }], ends: [{ unitId: "a" }] }]);
  });

  test("with two rows of a login says both places", () => {
    expect(plan([["Lê Hoa", "A", "TNV", "", "hoa"], ["Lê Hoa", "B", "đội trưởng", "", "hoa"]], [known("hoa", "Lê Hoa", "a")]).changed).toMatchObject([{ opens: [{ role: "leader", unit: { id: "b" } }], ends: [] }]);
  });

  test("changes nothing of whom it has a wrong row about", () => {
    const both = plan([["Lê Hoa", "B", "TNV", "", "hoa"], ["Lê Hoa", "C", "TNV", "", "hoa"]], [known("hoa", "Lê Hoa", "a")]);
    expect(both.changed).toEqual([]);
    expect(cells(both)).toEqual([[3, "unit", "unitUnknown"], [2, "login", "otherRowWrong"]]);
  });

  test("can't say who is meant by a name that two have, or that it has twice itself", () => {
    expect(cells(plan([["Lê Hoa", "A"]], [known("hoa", "Lê Hoa", "a"), known("hoa2", "Lê Hoa", "a")]))).toEqual([[2, "name", "personAmbiguous"]]);
    const twice = plan([["Lê Hoa", "A"], ["Lê Hoa", "A"], ["Lê Hoa", "B"]]);
    expect(twice.created.map(({ row }) => row)).toEqual([2, 4]);
    expect(cells(twice)).toEqual([[3, "name", "personRepeated"]]);
  });

  test("says where somebody of the same name is, for whoever means a move", () => {
    expect(plan([["Lê Hoa", "B"]], [known("hoa", "Lê Hoa", "a")]).created).toMatchObject([{ namesake: { id: "hoa" } }]);
  });

  test("takes no login of others, and none for two people", () => {
    expect(cells(plan([["Lê Hoa", "A", "", "", "vanphong"]], [], ["vanphong"]))).toEqual([[2, "login", "loginTaken"]]);
    expect(cells(plan([["Lê Hoa", "A", "", "", "above"]], [known("above", "Lê Hoa", "a", { isManaged: false })]))).toEqual([[2, "login", "loginTaken"]]);
    expect(cells(plan([["Lê Hoa", "A", "", "", "hoa"], ["Trần An", "A", "", "", "hoa"]]))).toEqual([[3, "login", "loginOfAnother"], [2, "login", "otherRowWrong"]]);
  });

  test("brings nobody back, and gives no role that a unit doesn't have", () => {
    expect(cells(plan([["Lê Hoa", "A"]], [known("hoa", "Lê Hoa", "a", { isDisabled: true })]))).toEqual([[2, "name", "personDisabled"]]);
    expect(cells(plan([["Lê Hoa", "Tỉnh"]]))).toEqual([[2, "role", "roleNotForUnit"]]);
  });
});
