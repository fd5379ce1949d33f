import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { limitsOf } from "@/lib/server/spreadsheet/limits";
import { readRows } from "@/lib/server/spreadsheet/read-rows";
import { anyText, textOf } from "../../domain/any-text";
import { readAll, readCells } from "./read-all";

const bytes = (text: string) => new TextEncoder().encode(text);
const cellsOf = (text: string) => readCells(readRows(bytes(text), "csv"));

describe("a text file's rows", () => {
  test.each([
    ["commas", "a,b\n1,2\n", [["a", "b"], ["1", "2"]]],
    ["semicolons", "a;b\r\n1;2,5\r\n3;4", [["a", "b"], ["1", "2,5"], ["3", "4"]]],
    ["tabs", "a\tb\n1\t2", [["a", "b"], ["1", "2"]]],
    ["what the first line says", "sep=;\na;b,c\n", [["a", "b,c"]]],
    ["a title with commas", "UBND tỉnh, năm 2023, quý I\nMã;Ngày\nx;1\ny;2\n", [["UBND tỉnh, năm 2023, quý I"], ["Mã", "Ngày"], ["x", "1"], ["y", "2"]]],
    ["a byte order mark", "\uFEFFMã,b\n", [["Mã", "b"]]],
    ["quoted delimiters, quotes and line ends", 'a,b\n"x, ""y""","dòng 1\r\ndòng 2"\n3,4', [["a", "b"], ['x, "y"', "dòng 1\r\ndòng 2"], ["3", "4"]]],
    ["a quote inside a word", 'a,b\nĐội "Xanh",2\n', [["a", "b"], ['Đội "Xanh"', "2"]]],
    ["empty cells and rows", "a,b\n\n,\n1,\n", [["a", "b"], ["1", ""]]],
    ["line ends of old Macs", "a,b\r1,2\r", [["a", "b"], ["1", "2"]]],
    ["a quote that is never closed", 'a,b\n1,"2', [["a", "b"], ["1", "2"]]],
    ["nothing", "", []],
  ])("%s", async (_, text, cells) => expect(await cellsOf(text)).toEqual(cells));

  test("keep the number that Excel shows", async () => {
    expect(await readAll(readRows(bytes('a,b\n\n"1\n2",3\n4,5'), "csv"))).toEqual([
      { rowNumber: 1, cells: ["a", "b"] },
      { rowNumber: 3, cells: ["1\n2", "3"] },
      { rowNumber: 4, cells: ["4", "5"] },
    ]);
  });

  test("are the same however the bytes arrive", async () => {
    const word = fc.oneof(textOf('ắ",;\r\n x'), anyText.map((text) => text.replace(/[\uD800-\uDFFF\uFEFF\0]/g, "")));
    const table = fc.array(fc.array(word, { minLength: 2, maxLength: 4 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), fc.constantFrom(",", ";", "\t"), async (rows, size, delimiter) => {
        const written = `sep=${delimiter}\r\n${rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join("\r\n")}`;
        // Behind enough for guessing, each piece is cut anywhere: inside letters, quotes and line ends.
        const filler = `${"x".repeat(99)}${delimiter}y\r\n`.repeat(700);
        const all = Buffer.from(written.replace("\r\n", `\r\n${filler}`));
        const pieces = Array.from({ length: Math.ceil((all.length - 70_000) / size) }, (_, index) => all.subarray(70_000 + index * size, 70_000 + (index + 1) * size));
        const read = await readCells(readRows(Readable.from([all.subarray(0, 70_000), ...pieces]), "csv"));
        expect(typeof read === "string" ? read : read.slice(700)).toEqual(rows.filter((cells) => cells.some((cell) => cell !== "")));
      }),
      { numRuns: 60 },
    );
  });
});

describe("how the text is written", () => {
  const text = "Mã hồ sơ;Ngày\nĐăng ký;1\n";
  const expected = [["Mã hồ sơ", "Ngày"], ["Đăng ký", "1"]];

  test("UTF-16 as Excel saves Unicode text", async () => {
    expect(await readCells(readRows(Buffer.from(`\uFEFF${text.replaceAll(";", "\t")}`, "utf16le"), "csv"))).toEqual(expected);
  });

  test("the old Vietnamese code page, whose tones are letters of their own", async () => {
    // "Mã hồ sơ;Ngày": 1258 writes ã as a and a tilde, ồ as ô and a grave mark.
    const old = Buffer.from([0x4d, 0x61, 0xde, 0x20, 0x68, 0xf4, 0xcc, 0x20, 0x73, 0xf5, 0x3b, 0x4e, 0x67, 0xe0, 0x79, 0x0a]);
    const read = await readCells(readRows(old, "csv"));
    expect((read as string[][]).map((cells) => cells.map((cell) => cell.normalize("NFC")))).toEqual([["Mã hồ sơ", "Ngày"]]);
  });

  test("from a web stream", async () => {
    const stream = new Blob([text]).stream() as ReadableStream<Uint8Array>;
    expect(await readCells(readRows(stream, "csv"))).toEqual(expected);
  });
});

describe("a text file is refused", () => {
  const few = { ...limitsOf.csv, rows: 3 };
  test.each([
    ["with too many rows", bytes("a\n1\n2\n3\n"), few, "fileTooManyRows"],
    ["with too many bytes", bytes("a\n1\n2\n"), { ...few, fileBytes: 4 }, "tooLarge"],
    ["with too many cells", bytes("a,b,c\n1,2,3\n"), { ...few, cells: 5 }, "tooLarge"],
    ["that is a workbook", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), few, "fileUnreadable"],
    ["that is an old workbook", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), few, "fileIsOldExcel"],
    ["that is a web page", bytes("\uFEFF <html><table><tr><td>1"), few, "fileIsOldExcel"],
    ["that is no text", new Uint8Array([1, 0, 2, 0, 3]), few, "fileUnreadable"],
    ["with a quote that opens a cell to the end", bytes(`a,"${"x".repeat(2_000_000)}`), few, "fileUnreadable"],
  ])("%s", async (_, source, limits, code) => expect(await readCells(readRows(source, "csv", limits))).toBe(code));
});
