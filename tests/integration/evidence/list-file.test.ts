import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { reasonsOf } from "@/lib/domain/evidence/checked-kind";
import { ok } from "@/lib/domain/result";
import type { Person } from "@/lib/server/auth/person";
import { decideEvidence } from "@/lib/server/evidence/decide-evidence";
import { exportList } from "@/lib/server/evidence/export-list";
import { importVerdicts } from "@/lib/server/evidence/import-verdicts";
import { readRows } from "@/lib/server/spreadsheet/read-rows";
import { writeWorkbook } from "@/lib/server/spreadsheet/write/write-workbook";
import { evidenceReasonText } from "@/lib/text/desk-police";
import { addActivations, addInformed, atSecond, makePoliceProvince, now, say, type Checked, type PoliceProvince } from "../../factories/evidence";

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

type Table = string[][];
const keyColumn = 0;

/** An exported list as rows of text; its header is the row of the columns' names. */
async function takeOut(person: Person, kind: "vneidActivated" | "householdInformed" = "vneidActivated"): Promise<Table> {
  const exported = await exportList(person, { kind }, now);
  if (!exported.ok) throw new Error(exported.error);
  const rows: Table = [];
  for await (const slice of readRows(Buffer.from(exported.value.file, "base64"), "xlsx")) rows.push(...slice.map(({ cells }) => [...cells]));
  return rows;
}

const headerOf = (table: Table) => table.find((cells) => cells[keyColumn] === "Mã dòng")!;
const dataOf = (table: Table) => table.slice(table.indexOf(headerOf(table)) + 1);
/** Fills verdict and reason of the row of an outcome. */
function fill(table: Table, { outcomeId }: Checked, verdict: string, reason = ""): void {
  const header = headerOf(table);
  const row = table.find((cells) => cells[keyColumn]?.startsWith(outcomeId))!;
  for (const [name, text] of [["Kết quả", verdict], ["Lý do", reason]] as const) row[header.indexOf(name)] = text;
  for (let column = 0; column < header.length; column++) row[column] ??= "";
}

async function bringIn(person: Person, table: Table, step: "preview" | "accept", at = now) {
  const file = await writeWorkbook([{ name: "Danh sách", columns: [], rows: table }]);
  const done = await importVerdicts(person.actor, () => Promise.resolve(ok(file)), step, at);
  if (!done.ok) throw new Error(done.error);
  return done.value.summary;
}
const rowNumberOf = (table: Table, { outcomeId }: Checked) => table.findIndex((cells) => cells[keyColumn]?.startsWith(outcomeId)) + 1;
const countEvidence = async () => Number((await province.client.query("select count(*) from evidence where source = 'police'")).rows[0].count);

describe("an exported list", () => {
  test("has the least columns, a key that names nobody, a watermark, and every look at it is written down", async () => {
    const checked = await addActivations(province, 3);
    await addActivations(province, 2, { team: "B" });
    const table = await takeOut(verifier);
    expect(headerOf(table)).toEqual(["Mã dòng", "Họ tên", "Số định danh", "Năm sinh", "Thôn, khu phố", "Ngày", "Kết quả", "Lý do"]);
    expect(dataOf(table)).toHaveLength(3);
    expect(dataOf(table)[0]).toMatchObject([expect.stringMatching(/^[0-9a-f-]{36}\/1$/), "Trần Thị Mai", expect.stringMatching(/^052195\d{6}$/), "1995", "Xã Phước Lộc", "2026-08-07"]);
    expect(table.flat().some((cell) => cell.includes(verifier.name) && cell.includes("10:00, 20/08/2026"))).toBe(true);
    const looks = await province.client.query("select entry_id as id from access_log where actor_id = $1 and 'personalNumber' = any (fields)", [verifier.actor.userId]);
    expect(looks.rows.map(({ id }) => id).sort()).toEqual(checked.map(({ entryId }) => entryId).sort());
    expect((await province.client.query("select answer from command_log where type = 'exportEvidenceList'")).rows).toEqual([{ answer: { answer: "exported", rowCount: 3 } }]);
  });

  test("is empty for the police of another area; whoever is not of the police gets none", async () => {
    await addActivations(province, 2);
    expect(dataOf(await takeOut(otherVerifier))).toEqual([]);
    for (const person of [province.leaderA, province.officer]) await expect(takeOut(person)).rejects.toThrow("unknownOrForbidden");
  });

  test("lists heads and addresses of households", async () => {
    await addInformed(province, province.areas.hamlet, ["Phan Văn Bảy"]);
    const [row] = dataOf(await takeOut(verifier, "householdInformed"));
    expect(row?.slice(1)).toEqual(["Phan Văn Bảy", "Số 12, tổ 3", "Thôn Đại Tín", "2026-08-07"]);
  });
});

describe("a list that was filled in", () => {
  test("previews without writing, is accepted once, and changes nothing the second time", async () => {
    const [one, two, three, four] = await addActivations(province, 4);
    const table = await takeOut(verifier);
    fill(table, one!, "Xác nhận");
    fill(table, two!, "x");
    fill(table, three!, "TU CHOI", "khong tim thay nguoi nay");
    const expected = { confirmed: 2, refused: 1, unchanged: 0, undecided: 1, problems: [], problemCount: 0, proposed: false };
    expect(await bringIn(verifier, table, "preview")).toEqual(expected);
    expect(await countEvidence()).toBe(0);
    expect(await bringIn(verifier, table, "accept")).toEqual(expected);
    const { rows } = await province.client.query("select outcome_id as id, verdict, reason from evidence where source = 'police'");
    expect(new Set(rows)).toEqual(new Set([
      { id: one!.outcomeId, verdict: "confirmed", reason: null }, { id: two!.outcomeId, verdict: "confirmed", reason: null },
      { id: three!.outcomeId, verdict: "refused", reason: "notFound" },
    ]));
    for (const step of ["preview", "accept"] as const) {
      expect(await bringIn(verifier, table, step, atSecond(60))).toEqual({ ...expected, confirmed: 0, refused: 0, unchanged: 3 });
    }
    expect(await countEvidence()).toBe(3);
    expect(dataOf(await takeOut(verifier)).map((cells) => cells[keyColumn])).toEqual([`${four!.outcomeId}/1`]);
  });

  test("says of every wrong row which cell and why, and takes the others", async () => {
    const checked = await addActivations(province, 8);
    const [unknownWord, noReason, wrongReason, decided, withdrawn, brokenKey, repeated, good] = checked as [Checked, Checked, Checked, Checked, Checked, Checked, Checked, Checked];
    const [elsewhere] = await addActivations(province, 1, { team: "B" });
    const table = await takeOut(verifier);
    fill(table, unknownWord, "có lẽ");
    fill(table, noReason, "từ chối");
    fill(table, wrongReason, "từ chối", "không thích");
    fill(table, decided, "xác nhận");
    fill(table, withdrawn, "xác nhận");
    fill(table, repeated, "xác nhận");
    fill(table, good, "đã xác nhận");
    const rowOf = new Map(checked.map((one) => [one, rowNumberOf(table, one)]));
    fill(table, brokenKey, "xác nhận");
    table[rowOf.get(brokenKey)! - 1]![keyColumn] = "dòng 6";
    const again = [...table[rowOf.get(repeated)! - 1]!];
    again[6] = "từ chối";
    again[7] = "Lý do khác";
    table.push(again);
    const foreign = [`${elsewhere!.outcomeId}/1`, "Ai Đó", "", "", "", "", "xác nhận", ""];
    const invented = ["0190a000-0000-7000-8000-ffffffffffff/1", "", "", "", "", "", "xác nhận", ""];
    table.push(foreign, invented);
    await decideEvidence(verifier.actor, [say(decided, "refused", { reason: "other" })] as never, now);
    await province.client.query("update outcome set revision = 2 where id = $1", [withdrawn.outcomeId]);

    const summary = await bringIn(verifier, table, "accept", atSecond(30));
    const last = table.length;
    const expected = [
      [rowOf.get(unknownWord), "G", "verdictUnknown"], [rowOf.get(noReason), "H", "reasonMissing"], [rowOf.get(wrongReason), "H", "evidenceReasonUnknown"],
      [rowOf.get(decided), "A", "versionConflict"], [rowOf.get(withdrawn), "A", "versionConflict"], [rowOf.get(brokenKey), "A", "rowKeyUnknown"],
      [last - 2, "A", "rowRepeated"], [last - 1, "A", "rowKeyUnknown"], [last, "A", "rowKeyUnknown"],
    ];
    expect(new Set(summary.problems.map(({ row, column, code }) => [row, column, code].join()))).toEqual(new Set(expected.map((one) => one.join())));
    expect(summary).toMatchObject({ confirmed: 2, refused: 0, problemCount: expected.length });
  });

  test("of a helper becomes proposals, never for the own team", async () => {
    const [one] = await addActivations(province, 1);
    const table = await takeOut(helper);
    fill(table, one!, "xác nhận");
    expect(await bringIn(helper, table, "accept")).toMatchObject({ confirmed: 1, proposed: true });
    expect(await countEvidence()).toBe(0);
    expect(await bringIn(helper, table, "accept", atSecond(9))).toMatchObject({ confirmed: 0, unchanged: 1 });
    const ofTeam = await province.addPolice("policeHelper", province.areas.commune, [{ role: "leader", unitId: province.units.teamA }]);
    expect(await bringIn(ofTeam, table, "accept")).toMatchObject({ confirmed: 0, problems: [{ column: "A", code: "ownTeam" }] });
  });

  test("of another area's police writes nothing", async () => {
    const [one] = await addActivations(province, 1);
    const table = await takeOut(verifier);
    fill(table, one!, "xác nhận");
    expect(await bringIn(otherVerifier, table, "accept")).toMatchObject({ confirmed: 0, problems: [{ code: "rowKeyUnknown" }] });
    expect(await countEvidence()).toBe(0);
  });

  test("that is no such list is refused as a whole", async () => {
    const file = await writeWorkbook([{ name: "x", columns: [], rows: [["Họ tên", "Kết quả"], ["An", "xác nhận"]] }]);
    expect(await importVerdicts(verifier.actor, () => Promise.resolve(ok(file)), "preview", now)).toEqual({ ok: false, error: "headerMissing" });
    expect(await importVerdicts(verifier.actor, () => Promise.resolve(ok(Buffer.from("%PDF-1.7"))), "preview", now)).toEqual({ ok: false, error: "fileUnreadable" });
  });
});

test("the choices of reasons fit into a cell's list", () => {
  for (const kind of ["vneidActivated", "householdInformed"] as const) {
    const words = reasonsOf[kind].map((reason) => evidenceReasonText(kind, reason));
    expect(words.some((word) => word.includes(","))).toBe(false);
    expect(words.join(",").length).toBeLessThanOrEqual(255);
  }
});
