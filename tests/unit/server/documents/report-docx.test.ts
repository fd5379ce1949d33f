import { describe, expect, test } from "vitest";
import { linesOf } from "@/lib/domain/report/report-document";
import { annexIndicators, isRatio } from "@/lib/domain/report/report-table";
import { Instant, LocalDate } from "@/lib/domain/time/local-date";
import { composeReport } from "@/lib/server/documents/compose-report";
import { reportDocx } from "@/lib/server/documents/docx/report-docx";
import { augustReport, printedUnits, provinceTargets } from "../../../factories/report-table";
import { all, readDocx, textOf, type ReadTable } from "./read-docx";

const createdAt = Instant.parse("2023-08-02T03:00:00.000Z");
const data = augustReport({
  heading: { place: "Bình Định", number: "321", date: LocalDate.parse("2023-08-02") },
  paragraphs: {
    limits: { text: "Một số tổ chức chậm vào cuộc.\nMột số chưa tích cực." },
    recipients: { text: "- Như trên;\n- Lưu: VT." },
    signer: { text: "KT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\nTrần Minh Khoa" },
  },
});
const report = composeReport(data);
const read = readDocx(reportDocx(report, createdAt));
const [head, ending, annex1, annex2] = read.tables as [ReadTable, ReadTable, ReadTable, ReadTable];
const units = printedUnits();

const texts = (table: ReadTable) => table.rows.map(({ cells }) => cells.map(({ text }) => text.replaceAll("\u200B", "")));
const body = (table: ReadTable) => table.rows.filter(({ isHead }) => !isHead).map(({ cells }) => cells.map(({ text }) => text));
const printed = (indicator: (typeof annexIndicators)[number], number: number) => (isRatio(indicator) ? `${number}%` : number.toLocaleString("vi-VN"));

describe("a report on paper", () => {
  test("is upright, its annexes turned; each part is numbered for itself and hides its first number", () => {
    const upright = { orientation: "portrait", width: 210, height: 297 };
    const turned = { orientation: "landscape", width: 297, height: 210 };
    expect(read.setUps).toMatchObject([upright, turned, turned]);
    for (const setUp of read.setUps) expect(setUp).toMatchObject({ top: 20, bottom: 20, left: 30, right: 15, firstPageNumber: "1", hidesFirstNumber: true });
    expect(all(read.parts["word/header1.xml"]!, "w:instrText").map(({ text }) => text.trim())).toEqual(["PAGE"]);
  });

  test("begins with the issuing bodies, the country and its motto, number, place and day", () => {
    expect(texts(head)).toEqual([
      ["UBND TỈNH BÌNH ĐỊNH\nVĂN PHÒNG\n", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"],
      ["Số: 321/BC-VPUBND", expect.stringMatching(/^Bình Định, ngày 0?2 tháng 0?8 năm 2023$/)],
    ]);
  });

  test("says all that was composed, in order, each line a paragraph", () => {
    const composed = [report.title, ...report.subject, report.addressee, ...report.body.flatMap(({ text }) => linesOf(text))];
    const outside = read.body.children.filter(({ name }) => name === "w:p").map(textOf).filter((text) => text !== "");
    expect(outside.slice(0, composed.length)).toEqual(composed);
    expect(outside[composed.length]).toBe("PHỤ LỤC 1");
  });

  test("has headings that a word processor lists", () => {
    const headings = read.paragraphs.filter(({ style }) => style?.startsWith("heading")).map(({ text }) => text);
    expect(headings).toEqual(report.body.flatMap((block) => (block.kind === "heading" ? block.text : [])));
    const levels = all(read.parts["word/styles.xml"]!, "w:style").filter((style) => all(style, "w:outlineLvl").length > 0);
    expect(levels.map(({ attributes }) => attributes["w:styleId"])).toEqual(expect.arrayContaining(["heading1", "heading2", "annexNumber"]));
  });

  test("ends with the recipients beside who signs, never alone on a page", () => {
    expect(texts(ending)).toEqual([["Nơi nhận:\n- Như trên;\n- Lưu: VT.", "KT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\nTrần Minh Khoa"]]);
    expect(ending.rows[0]!.isWhole).toBe(true);
    expect(read.paragraphs.find(({ text }) => text.endsWith("./."))!.staysWithNext).toBe(true);
  });

  test("leaves the name open where nobody is named yet: an office is no name", () => {
    const unsigned = composeReport({ ...data, paragraphs: { signer: { text: "KT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG" } } });
    const { paragraphs } = readDocx(reportDocx(unsigned, createdAt));
    expect(paragraphs.filter(({ style }) => style === "signer").map(({ text }) => text)).toEqual(["KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"]);
    expect(paragraphs.some(({ style }) => style === "signature")).toBe(false);
  });

  test("has no empty paragraph for room, also where people have written nothing", () => {
    const silent = readDocx(reportDocx(composeReport({ ...data, paragraphs: {} }), createdAt));
    const outside = silent.body.children.filter((element) => element.name === "w:p").filter((element) => textOf(element) === "");
    const unexplained = outside.filter((element) => all(element, "w:pBdr").length === 0 && all(element, "w:sectPr").length === 0);
    expect(unexplained).toEqual([]);
  });

  test("is spelt in one way throughout", () => {
    const typed = composeReport({ ...data, paragraphs: { limits: { text: "Tồn tại ở Huyện đoàn Phù Mỹ.".normalize("NFD") } } });
    for (const { text } of readDocx(reportDocx(typed, createdAt)).paragraphs) expect(text).toBe(text.normalize("NFC"));
  });

  test("names its title, its issuer and the moment of its numbers, and no person", () => {
    const properties = Object.fromEntries(read.parts["docProps/core.xml"]!.children.map(({ name, text }) => [name, text]));
    expect(properties).toEqual({
      "dc:title": [report.title, ...report.subject].join(" "),
      "dc:creator": "VĂN PHÒNG",
      "dc:language": "vi-VN",
      "dcterms:created": createdAt,
      "dcterms:modified": createdAt,
    });
  });
});

describe.each([
  ["annex 1", annex1, ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)"]],
  ["annex 2", annex2, ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"]],
] as const)("%s on paper", (_, annex, columnNumbers) => {
  test("has its headings and the row of column numbers on every page", () => {
    expect(annex.rows.map(({ isHead }) => isHead)).toEqual([true, true, true, true, ...annex.rows.slice(4).map(() => false)]);
    expect(texts(annex)[3]).toEqual(columnNumbers);
  });

  test("splits no row between pages", () => {
    expect(annex.rows.every(({ isWhole }) => isWhole)).toBe(true);
  });

  test("is as wide as the page lets it", () => {
    expect(annex.width).toBe(252);
  });
});

describe("what the annexes say", () => {
  test("annex 1 has every target and result as printed", () => {
    const expected = units.map(({ name, members, targets, august }, index) => [
      String(index + 1), name, members.toLocaleString("vi-VN"), ...annexIndicators.flatMap((one) => [printed(one, targets[one]), printed(one, august[one])]),
    ]);
    expect(body(annex1).slice(0, 20)).toEqual(expected);
  });

  test("annex 1 ends with the province's own targets and what was reached of them", () => {
    const [total, achieved] = body(annex1).slice(20) as [string[], string[]];
    expect(total.filter((_, column) => column > 2 && column % 2 === 1)).toEqual(annexIndicators.map((one) => printed(one, provinceTargets[one])));
    expect(total.filter((_, column) => column > 2 && column % 2 === 0)).toEqual(["60.929", "72.207", "32%", "35%", "32.888", "1.014", "77.928"]);
    expect(achieved.filter((text) => text.endsWith("%"))).toEqual(["127%", "109%", "64%", "41%", "19%"]);
    expect(annex1.rows.at(-2)!.cells.filter(({ text }) => text !== "").every(({ isBold }) => isBold)).toBe(true);
  });

  test("annex 2 has July, August and the change as printed", () => {
    const expected = units.map(({ name, july, august, changes }, index) => [
      String(index + 1), name, ...annexIndicators.flatMap((one) => [printed(one, july[one]), printed(one, august[one]), changes[one]]),
    ]);
    expect(body(annex2).slice(0, 20)).toEqual(expected);
  });

  test("titles stand above the tables, notes below them", () => {
    const outside = read.body.children.filter(({ name }) => name === "w:p").map(textOf);
    for (const { label, title, attachedTo, notesHead, notes } of report.annexes) {
      const at = outside.indexOf(label);
      expect(outside.slice(at)).toEqual(expect.arrayContaining([...title, attachedTo, notesHead, ...notes]));
    }
  });

  test("a report without anything to compare with has one annex", () => {
    const { previousPoint: _, ...table } = data.table;
    const first = readDocx(reportDocx(composeReport({ ...data, table }), createdAt));
    expect(first.setUps.map(({ orientation }) => orientation)).toEqual(["portrait", "landscape"]);
  });
});
