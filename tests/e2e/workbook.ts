import { readFile } from "node:fs/promises";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const sheetPart = "xl/worksheets/sheet1.xml";
const cell = /<c r="([A-Z]+)(\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/g;

/** The cells of a workbook's first sheet as text, row by row. */
export async function readSheet(path: string): Promise<string[][]> {
  const rows: string[][] = [];
  for (const [, column, row, , inner = ""] of sheetOf(await readFile(path)).matchAll(cell)) {
    (rows[Number(row) - 1] ??= [])[column!.charCodeAt(0) - 65] = textIn(inner);
  }
  return rows;
}

/** The workbook as somebody saves it after typing: other texts in some cells. */
export async function changeSheet(path: string, textOf: (row: number, column: string, text: string) => string): Promise<Uint8Array> {
  const bytes = await readFile(path);
  const changed = sheetOf(bytes).replace(cell, (whole, column: string, row: string, attributes: string, inner = "") => {
    const before = textIn(inner);
    const after = textOf(Number(row), column, before);
    if (after === before) return whole;
    return `<c r="${column}${row}"${attributes.replace(/ t="\w+"/, "")} t="inlineStr"><is><t>${after}</t></is></c>`;
  });
  return zipSync({ ...unzipSync(bytes), [sheetPart]: strToU8(changed) });
}

function sheetOf(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)[sheetPart]!);
}

function textIn(inner: string): string {
  return (/<t[^>]*>(.*?)<\/t>/s.exec(inner)?.[1] ?? /<v>(.*?)<\/v>/.exec(inner)?.[1] ?? "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
