import { describe, expect, test } from "vitest";
import { Instant, LocalDate } from "@/lib/domain/time/local-date";
import { tableDocument, type TableDocument } from "@/lib/server/documents/docx/table-document";
import { all, readDocx, textOf, type ReadTable } from "./read-docx";

const sheet: TableDocument = {
  issuer: { authority: "TỈNH ĐOÀN GIA LAI", office: "ĐOÀN XÃ PHƯỚC AN", place: "Phước An", isYouthUnion: true },
  day: LocalDate.parse("2026-02-05"),
  number: { symbol: "BK-ĐTN", number: "7" },
  title: "BẢNG KÊ",
  subtitle: ["Chi bồi dưỡng", "Tháng 1 năm 2026"],
  columns: [
    { heading: "STT", width: 1, align: "center" },
    { heading: "Họ và tên", width: 4 },
    { heading: "Số buổi", width: 2, group: "Có mặt" },
    { heading: "Số giờ", width: 2, group: "Có mặt" },
    { heading: "Thành tiền", width: 3 },
  ],
  rows: [{ across: "Đội 1" }, [1, "Trần <Thị> & Hoà", 12, 48.5, 1_200_000], [2, "Lê Văn Đức", 0, null, 0]],
  totals: [["", "Cộng", 12, 48.5, 1_200_000]],
  notes: ["Một buổi tính từ 4 giờ."],
  signers: [{ offices: ["NGƯỜI LẬP"] }, { offices: ["TM. BAN CHẤP HÀNH", "BÍ THƯ"], name: "Nguyễn Văn An" }],
  createdAt: Instant.parse("2026-02-05T03:00:00.000Z"),
};

const texts = (table: ReadTable | undefined) => table!.rows.map(({ cells }) => cells.map(({ text }) => text));

describe("a document with one table", () => {
  const { tables, setUps, body } = readDocx(tableDocument(sheet));
  const [head, table, signatures] = tables;

  test("stands on A4 with the margins of the decree", () => {
    expect(setUps).toEqual([
      { width: 210, height: 297, orientation: "portrait", top: 20, bottom: 20, left: 30, right: 15, firstPageNumber: "1", hidesFirstNumber: true },
    ]);
  });

  test("begins with the issuing bodies, the Union's name, number and day", () => {
    expect(texts(head)).toEqual([
      ["TỈNH ĐOÀN GIA LAI\nĐOÀN XÃ PHƯỚC AN\n", "ĐOÀN TNCS HỒ CHÍ MINH\n"],
      ["Số: 07/BK-ĐTN", "Phước An, ngày 05 tháng 02 năm 2026"],
    ]);
  });

  test("has the country's name and motto where a body of the state issues it, and room for what isn't known yet", () => {
    const state = readDocx(tableDocument({ ...sheet, issuer: { office: "VĂN PHÒNG", place: "Gia Lai" }, day: { year: 2026 }, number: { symbol: "DS-VP" } }));
    expect(texts(state.tables[0])).toEqual([
      ["VĂN PHÒNG\n", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"],
      [expect.stringMatching(/^Số: +\/DS-VP$/), expect.stringMatching(/^Gia Lai, ngày +tháng +năm 2026$/)],
    ]);
  });

  test("says in two rows which columns belong together, on every page", () => {
    expect(table!.rows.filter(({ isHead }) => isHead).map(({ cells }) => cells.map(({ text, span }) => [text, span]))).toEqual([
      [["STT", 1], ["Họ và tên", 1], ["Có mặt", 2], ["Thành tiền", 1]],
      [["", 1], ["", 1], ["Số buổi", 1], ["Số giờ", 1], ["", 1]],
    ]);
    expect(table!.rows.slice(0, 2).every(({ isHead }) => isHead)).toBe(true);
    expect(table!.rows.every(({ isWhole }) => isWhole)).toBe(true);
  });

  test("numbers its columns where asked to", () => {
    const numbered = readDocx(tableDocument({ ...sheet, numbersColumns: true })).tables[1]!.rows[2]!;
    expect(numbered.isHead).toBe(true);
    expect(numbered.cells.map(({ text }) => text)).toEqual(["(1)", "(2)", "(3)", "(4)", "(5)"]);
  });

  test("writes numbers the Vietnamese way, zero too, and nothing where there is nothing", () => {
    expect(texts(table).slice(2)).toEqual([
      ["Đội 1"],
      ["1", "Trần <Thị> & Hoà", "12", "48,5", "1.200.000"],
      ["2", "Lê Văn Đức", "0", "", "0"],
      ["", "Cộng", "12", "48,5", "1.200.000"],
    ]);
    expect(table!.rows.at(-1)!.cells.filter(({ text }) => text !== "").every(({ isBold }) => isBold)).toBe(true);
  });

  test("fills the width between the margins", () => {
    expect(table!.width).toBe(165);
    const wide = readDocx(tableDocument({ ...sheet, orientation: "landscape" }));
    expect(wide.setUps[0]).toMatchObject({ width: 297, height: 210, orientation: "landscape", left: 30, right: 15 });
    expect(wide.tables[1]!.width).toBe(252);
  });

  test("is signed side by side, or by one with the recipients at the left", () => {
    expect(texts(signatures)).toEqual([["NGƯỜI LẬP", "TM. BAN CHẤP HÀNH\nBÍ THƯ\nNguyễn Văn An"]]);
    const single = readDocx(tableDocument({ ...sheet, signers: [{ offices: ["BÍ THƯ"] }], recipients: ["- Như trên;", "- Lưu: VP."] }));
    expect(texts(single.tables[2])).toEqual([["Nơi nhận:\n- Như trên;\n- Lưu: VP.", "BÍ THƯ"]]);
  });

  test("makes room by spacing, not by empty paragraphs", () => {
    const empty = body.children.filter((element) => element.name === "w:p" && textOf(element) === "" && all(element, "w:pBdr").length === 0);
    expect(empty).toHaveLength(1); // the one that has to follow the last table, a twentieth of a line high
  });
});

describe("a Word document's file", () => {
  test("says what it is, who issues it and when its numbers were read, and nothing of a person or a computer", () => {
    const { parts } = readDocx(tableDocument(sheet));
    expect(parts["docProps/core.xml"]!.children.map(({ name, text }) => [name, text])).toEqual([
      ["dc:title", "BẢNG KÊ Chi bồi dưỡng Tháng 1 năm 2026"],
      ["dc:creator", "ĐOÀN XÃ PHƯỚC AN"],
      ["dc:language", "vi-VN"],
      ["dcterms:created", "2026-02-05T03:00:00.000Z"],
      ["dcterms:modified", "2026-02-05T03:00:00.000Z"],
    ]);
  });

  test("is the same whenever it is written", () => {
    expect(tableDocument(sheet).equals(tableDocument(structuredClone(sheet)))).toBe(true);
  });

  test("names every part that it has, and has every part that it names", () => {
    const { parts } = readDocx(tableDocument(sheet));
    const named = parts["[Content_Types].xml"]!.children.flatMap(({ attributes }) => attributes["PartName"]?.slice(1) ?? []);
    expect(Object.keys(parts).filter((name) => !name.endsWith(".rels") && name !== "[Content_Types].xml").sort()).toEqual(named.sort());
    const related = parts["word/_rels/document.xml.rels"]!.children.map(({ attributes }) => `word/${attributes["Target"]}`);
    expect(Object.keys(parts)).toEqual(expect.arrayContaining(related));
  });

  test("spells Vietnamese in one way, whichever way it came, and leaves out what XML can't hold", () => {
    const apart = readDocx(tableDocument({ ...sheet, title: "Danh sách".normalize("NFD"), notes: ["Hết\u0000 ca\u001f."] }));
    expect(apart.paragraphs.some(({ text }) => text === "Danh sách".normalize("NFC"))).toBe(true);
    expect(apart.paragraphs.some(({ text }) => text === "Hết ca.")).toBe(true);
  });

  test("has the elements that set it up in the order of the format: Word repairs or refuses others", () => {
    const { parts } = readDocx(tableDocument({ ...sheet, numbersColumns: true }));
    const order: Record<string, string> = {
      "w:pPr": "pStyle keepNext pBdr spacing ind jc outlineLvl rPr sectPr",
      "w:rPr": "rFonts b i sz szCs lang",
      "w:tblPr": "tblW jc tblInd tblBorders tblLayout tblCellMar",
      "w:tblBorders": "top left bottom right insideH insideV",
      "w:tblCellMar": "top left bottom right",
      "w:tcPr": "tcW gridSpan vMerge vAlign",
      "w:sectPr": "headerReference type pgSz pgMar pgNumType titlePg",
      "w:style": "name basedOn uiPriority qFormat pPr rPr tblPr",
      "w:tbl": "tblPr tblGrid tr",
      "w:tc": "tcPr p",
      "w:settings": "compat themeFontLang",
    };
    for (const part of Object.values(parts)) {
      for (const [name, known] of Object.entries(order)) {
        for (const element of part.name === name ? [part] : all(part, name)) {
          const places = element.children.map((one) => known.split(" ").indexOf(one.name.slice(2)));
          expect(places, element.children.map((one) => one.name).join(" ")).not.toContain(-1);
          expect(places).toEqual([...places].sort((a, b) => a - b));
        }
      }
    }
  });

  test("uses only styles that it defines", () => {
    const { parts, paragraphs } = readDocx(tableDocument(sheet));
    const defined = all(parts["word/styles.xml"]!, "w:style").map(({ attributes }) => attributes["w:styleId"]);
    expect(paragraphs.flatMap(({ style }) => style ?? []).filter((style) => !defined.includes(style))).toEqual([]);
  });
});
