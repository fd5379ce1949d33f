import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { oneOff } from "@/lib/domain/dossier/one-off";
import type { DossierCode } from "@/lib/domain/dossier/dossier-code";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import { askQuestions, readNearMisses } from "@/lib/server/imports/near-misses";
import { listImports, readImport } from "@/lib/server/imports/read-import";
import { readStandingPage, readUnfoundUnits } from "@/lib/server/imports/read-standing-page";
import { readUpload } from "@/lib/server/imports/read-upload";
import { makeManifest, makeRecord } from "../../factories/commands";
import { makeHelpSession, makeId, makeOutcome, makePerson } from "../../factories/help-session";
import { act } from "../../factories/households";
import { accountColumns, dossierFile, piecesOf } from "../../factories/imports";
import { makeRegisterDesk } from "../../factories/register-desk";

const now = "2026-08-20T03:00:00.000Z";
const { province, verifier, volunteer, importer, newCode, claim, standingOf, matchedTotal, rowsOf, resultOf } = await makeRegisterDesk(now);
afterAll(() => province.remove());

describe("a file", () => {
  test("as registers export it is read whole: titles, merged names, Vietnamese days, decomposed letters, sums", async () => {
    const [first, second] = [newCode(), newCode()];
    const claimed = await claim(first);
    const file = [
      "VĂN PHÒNG UBND TỈNH,,,,,,",
      "DANH SÁCH HỒ SƠ,,,,,,",
      ",,,,,,",
      "STT,Mã hồ sơ,Tiếp nhận,,Tên thủ tục,Người nộp,".normalize("NFD"),
      ",,Ngày tiếp nhận,Hình thức tiếp nhận,,Số CCCD người nộp,Họ và tên".normalize("NFD"),
      `1,${first.toLowerCase()},05/08/2026 08:15,Trực tuyến,Đăng ký khai sinh,052095001234,Trần Văn Bình`,
      `2,${second},06/08/2026,Trực tiếp,Đăng ký khai sinh,'052095001235,Lê Thị Hai`,
      `3,${newCode()},31/06/2026,Trực tuyến,Đăng ký khai sinh,052095001236,Lê Thị Ba`,
      "4,2.000635,06/08/2026,Trực tuyến,Đăng ký khai sinh,052095001237,Lê Thị Tư",
      "Tổng cộng,,,,,4,",
    ].join("\r\n");
    const inspected = await importer.inspect(file);
    expect(inspected).toMatchObject({ kind: "dossier", headerRow: 5, guesses: { dossier: { mapping: { code: 1, receivedOn: 2, channel: 3, service: 4, applicantNumber: 5 } } } });
    expect(inspected.columns[5]!.samples[0]).toBe("••••••••1234");
    const read = await importer.read(file, { fileName: "xuất tháng 8.csv" });
    expect(read).toMatchObject({ ok: true, value: { status: "ready", rowCount: 4, unreadCount: 2, newCount: 2, changedCount: 0 } });
    const { id } = read.ok ? read.value : { id: "" };
    expect(await standingOf(claimed.outcomeId)).toBe("notFound");

    const shown = (await readImport(verifier.actor, id, now))!;
    expect(shown.result.preview).toMatchObject([
      { rowNumber: 6, values: { code: first, receivedOn: "2026-08-05", channel: "online", applicantNumber: "••••1234" } },
      { rowNumber: 7, values: { code: second, channel: "paper" } },
    ]);
    expect(shown.problems).toEqual([
      { rowNumber: 8, field: "receivedOn", code: "dateMalformed", column: "Ngày tiếp nhận", text: "31/06/2026" },
      { rowNumber: 9, field: "code", code: "dossierCodeIsProcedureCode", column: "Mã hồ sơ", text: "2.000635" },
    ]);

    expect(await importer.accept(id)).toMatchObject({ ok: true, value: { status: "accepted" } });
    expect(await standingOf(claimed.outcomeId)).toBe("matched");
    expect(await resultOf(id)).toMatchObject({ newlyMatched: { dossier: 1 }, before: { dossier: { notFound: 1 } }, after: { dossier: { matched: 1 } } });
    const { rows } = await province.client.query("select number_hash, last_four from register_record where import_batch_id = $1 order by row_number", [id]);
    expect(rows[0]).toEqual({ number_hash: keyedHash("personalNumber", "052095001234"), last_four: "1234" });
    expect(JSON.stringify(shown) + JSON.stringify(rows)).not.toContain("052095001234");
  });

  test("of accounts matches by number and keeps a column that a later file doesn't have", async () => {
    const outcomeId = makeId();
    const record = makeRecord(province.units.teamA, makeHelpSession({ subject: makePerson({ personalNumber: "052095009876" }), outcomes: [{ ...makeOutcome("accountLinked"), id: outcomeId }] }));
    await act(volunteer, [record], "2026-08-07T03:00:00.000Z");
    const { id } = await importer.bring(`${accountColumns}\n052095009876,01/08/2026,02/08/2026,3\n`);
    expect(await standingOf(outcomeId)).toBe("matched");
    const next = await importer.bring("Số định danh,Ngày tạo tài khoản\n052095009876,02/08/2026\n");
    const { rows } = await province.client.query("select created_on::text, linked_on::text, transaction_count from register_record where import_batch_id = any($1) order by created_on", [[id, next.id]]);
    expect(rows).toEqual([
      { created_on: "2026-08-01", linked_on: "2026-08-02", transaction_count: 3 },
      { created_on: "2026-08-02", linked_on: "2026-08-02", transaction_count: 3 },
    ]);
  });

  test("is read in the same way the next time its columns come", async () => {
    const file = `Ngày nhận,Mã HS,Hình thức,Ghi chú\n01/08/2026,${newCode()},Trực tuyến,\n`;
    const id = randomUUID();
    const mapping = { code: 1, channel: 2 };
    await importer.change({ action: "begin", id, kind: "dossier", fileName: "a.csv", mapping, layoutName: "Xuất từ một cửa" });
    await readUpload(verifier.actor, id, piecesOf(file), now);
    expect((await importer.inspect(file)).guesses.dossier).toEqual({ mapping, layoutName: "Xuất từ một cửa" });
  });

  test("without a row of names, of an old kind, or with a field missing is refused, and nothing stays", async () => {
    expect(await importer.read(dossierFile(newCode()), { kind: "dossier" }).then(({ ok }) => ok)).toBe(true);
    const id = randomUUID();
    await importer.change({ action: "begin", id, kind: "dossier", fileName: "a.csv", mapping: { code: 0, channel: 1 } });
    expect(await readUpload(verifier.actor, id, piecesOf("1,2,3\n4,5,6\n"), now)).toEqual({ ok: false, error: "headerMissing" });
    expect((await readImport(verifier.actor, id, now))!.summary.status).toBe("failed");
    expect(await importer.change({ action: "begin", id: randomUUID(), kind: "dossier", fileName: "a.csv", mapping: { code: 0 } })).toEqual({ ok: false, error: { code: "required", field: "mapping.channel" } });
  });
});

describe("the same file", () => {
  test("twice changes nothing, also after another one corrected it", async () => {
    const [kept, corrected] = [newCode(), newCode()];
    const [a, b] = [await claim(kept), await claim(corrected)];
    const first = dossierFile(kept, corrected);
    await importer.bring(first);
    const total = await matchedTotal();
    expect(await importer.bring(first)).toMatchObject({ status: "cancelled", newCount: 0, changedCount: 0 });

    const second = await importer.bring(dossierFile(kept, [corrected, { channel: "Trực tiếp" }]));
    expect(second).toMatchObject({ status: "accepted", newCount: 0, changedCount: 1 });
    expect([await standingOf(a.outcomeId), await standingOf(b.outcomeId)]).toEqual(["matched", "onPaper"]);
    expect(await matchedTotal()).toBe(total - 1);

    const again = await importer.bring(first);
    expect(again.sameAs).toBeDefined();
    expect(await rowsOf(again.id)).toBe(0);
    expect(await standingOf(b.outcomeId)).toBe("onPaper");
    expect(await matchedTotal()).toBe(total - 1);
  });

  test("with the same thing in two rows means the later one, however far apart they are", async () => {
    const code = newCode();
    const filling = Array.from({ length: 5_200 }, (_, index) => `H08.99-260801-${String(index).padStart(6, "0")}`);
    const { outcomeId } = await claim(code);
    const done = await importer.bring(dossierFile([code, { channel: "Trực tiếp" }], ...filling, code, [filling[7]!, { service: "Khác" }], filling[7]!));
    expect(done).toMatchObject({ status: "accepted", rowCount: 5_204, newCount: 5_201, changedCount: 0 });
    expect(await standingOf(outcomeId)).toBe("matched");
    expect(await importer.read(dossierFile(...filling, code))).toMatchObject({ ok: true, value: { status: "ready", newCount: 0, changedCount: 0 } });
  });
});

describe("an import", () => {
  test("that is cancelled leaves nothing", async () => {
    const code = newCode();
    const { outcomeId } = await claim(code);
    const read = await importer.read(dossierFile(code, ["sai mã", {}]));
    const { id } = read.ok ? read.value : { id: "" };
    expect(await rowsOf(id)).toBe(1);
    expect(await importer.cancel(id)).toMatchObject({ ok: true, value: { status: "cancelled" } });
    expect(await rowsOf(id)).toBe(0);
    expect((await readImport(verifier.actor, id, now))!.problems).toEqual([]);
    expect(await importer.accept(id)).toEqual({ ok: false, error: "notAllowedInThisState" });
    expect(await standingOf(outcomeId)).toBe("notFound");
  });

  test("can be cancelled while it is read", async () => {
    const lines = dossierFile(...Array.from({ length: 12_000 }, (_, index) => `H08.98-260801-${String(index).padStart(6, "0")}`));
    const id = randomUUID();
    await importer.change({ action: "begin", id, kind: "dossier", fileName: "a.csv", mapping: { code: 0, channel: 3 } });
    const upload = async function* () {
      let pieces = 0;
      for await (const piece of piecesOf(lines, 100_000)) {
        if (++pieces === 9) await importer.cancel(id);
        yield piece;
      }
    };
    expect(await readUpload(verifier.actor, id, upload(), now)).toEqual({ ok: false, error: "notAllowedInThisState" });
    expect(await rowsOf(id)).toBe(0);
  });

  test("whose upload broke off is cleaned up, and so is one that fell silent", async () => {
    const [broken, silent] = [randomUUID(), randomUUID()];
    for (const id of [broken, silent]) await importer.change({ action: "begin", id, kind: "dossier", fileName: "a.csv", mapping: { code: 0, channel: 3 } });
    const lines = dossierFile(...Array.from({ length: 6_000 }, (_, index) => `H08.97-260801-${String(index).padStart(6, "0")}`));
    const upload = async function* () {
      yield* piecesOf(lines.slice(0, 330_000), 50_000);
      throw new Error("connection lost");
    };
    await expect(readUpload(verifier.actor, broken, upload(), now)).rejects.toThrow("connection lost");
    expect(await rowsOf(broken)).toBe(0);
    expect((await readImport(verifier.actor, broken, now))!.summary.status).toBe("failed");

    await province.client.query("update import_batch set phase = 'reading', touched_at = '2020-01-01' where id = $1", [silent]);
    await province.client.query("insert into register_record (province_id, import_batch_id, row_number, kind, dossier_code) values ($1, $2, 1, 'dossier', 'H08.97-260801-0001')", [province.provinceId, silent]);
    await importer.read(dossierFile(newCode()));
    expect((await readImport(verifier.actor, silent, now))!.summary.status).toBe("failed");
    expect(await rowsOf(silent)).toBe(0);
  });

  test("accepted twice, or by two at once, is one acceptance and one line in the log", async () => {
    const code = newCode();
    await claim(code);
    const read = await importer.read(dossierFile(code));
    const { id } = read.ok ? read.value : { id: "" };
    const total = await matchedTotal();
    await Promise.all([importer.accept(id), importer.accept(id)]);
    await importer.accept(id);
    expect(await matchedTotal()).toBe(total + 1);
    const { rows } = await province.client.query("select actor_id, type from command_log where id = $1", [id]);
    expect(rows).toEqual([{ actor_id: verifier.actor.userId, type: "acceptImport" }]);
    expect(await importer.cancel(id)).toEqual({ ok: false, error: "notAllowedInThisState" });
  });

  test("is not accepted on top of one that was accepted since it was read", async () => {
    const code = newCode();
    const first = await importer.read(dossierFile(code));
    await importer.bring(dossierFile([code, { channel: "Trực tiếp" }]));
    expect(await importer.accept(first.ok ? first.value.id : "")).toEqual({ ok: false, error: "versionConflict" });
  });

  test("stands in the history with who brought it", async () => {
    const { id } = await importer.bring(dossierFile(newCode()));
    expect((await listImports(verifier.actor, now)).find((listed) => listed.id === id)).toMatchObject({
      id, kind: "dossier", status: "accepted", importedBy: verifier.name, fileName: "igate.csv", source: "file", rowCount: 1,
    });
  });
});

describe("a code one character off", () => {
  test("is a question, never a repair; of a confirmed entry once it is sent", async () => {
    const code = "H08.55-260805-4711";
    const [substituted, swapped, far] = [await claim("H08.55-260805-4712"), await claim("H08.66-260805-1243", { confirm: false }), await claim("H08.55-260805-9999")];
    await importer.bring(dossierFile(code, "H08.66-260805-1234"));
    const misses = (await readNearMisses(verifier.actor, now, 100)).list;
    const proposals = new Map(misses.map(({ outcomeId, proposed }) => [outcomeId, proposed]));
    expect([proposals.get(substituted.outcomeId), proposals.get(swapped.outcomeId), proposals.get(far.outcomeId)]).toEqual([code, "H08.66-260805-1234", undefined]);
    for (const miss of misses) expect(oneOff(miss.code as DossierCode, miss.proposed as DossierCode)).toBe(true);
    expect(await standingOf(substituted.outcomeId)).toBe("notFound");

    expect(await askQuestions(verifier.actor, makeManifest(), importer.tick())).toEqual({ ok: true, value: { asked: 1, left: 0 } });
    const { rows } = await province.client.query("select status::text, last_review ->> 'field' as field from entry where id = any($1) order by status::text desc", [[substituted.entryId, swapped.entryId]]);
    expect(rows).toEqual([{ status: "submitted", field: null }, { status: "reopened", field: "outcomes.0.dossierCode" }]);
    expect(await askQuestions(verifier.actor, makeManifest(), importer.tick())).toEqual({ ok: true, value: { asked: 0, left: 0 } });
  });

  test("is none where somebody claims that code, nor where several could be meant", async () => {
    const [claimedByOther, ambiguous] = [await claim("H08.44-260805-1111"), await claim("H08.43-260805-3333")];
    await claim("H08.44-260805-1112");
    await importer.bring(dossierFile("H08.44-260805-1112", "H08.43-260805-3331", "H08.43-260805-3332"));
    const asked = (await readNearMisses(verifier.actor, now, 100)).list.map(({ outcomeId }) => outcomeId);
    expect(asked).not.toContain(claimedByOther.outcomeId);
    expect(asked).not.toContain(ambiguous.outcomeId);
  });

  test("is the one that the citizen handed in, of several", async () => {
    const { outcomeId } = await claim("H08.42-260805-3333", { number: "052095007777" });
    await importer.bring(dossierFile("H08.42-260805-3331", ["H08.42-260805-3332", { number: "052095007777" }]));
    expect((await readNearMisses(verifier.actor, now, 100)).list.find((miss) => miss.outcomeId === outcomeId)?.proposed).toBe("H08.42-260805-3332");
  });
});

describe("behind the numbers", () => {
  test("stand the outcomes, by unit, and how long the register has not known them", async () => {
    const { outcomeId } = await claim("H08.31-260805-0001");
    const page = (await readStandingPage(verifier.actor, { kind: "dossier", standing: "notFound", unit: province.units.teamA }, importer.tick()))!;
    expect(page.outcomes.map((outcome) => outcome.outcomeId)).toContain(outcomeId);
    expect(page.count).toBe(page.outcomes.length);
    const [unit] = await readUnfoundUnits(verifier.actor, "dossier", "2026-12-01T03:00:00.000Z", 5);
    expect(unit).toEqual({ unitId: province.units.teamA, unitName: "Đội xã Phước Lộc", recent: 0, late: 0, overdue: page.count });
  });
});
