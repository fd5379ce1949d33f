import "server-only";
import { columnName } from "@/lib/domain/import/mapping";
import { styleIndex, type StyleName } from "./cell-styles";
import type { CellValue, WorkbookCell, WorkbookSheet } from "./workbook-sheet";
import { attribute, xmlText } from "./xml-text";

/** A sheet as XML, piece by piece. The order of its elements is given by the format. */
export async function* sheetXml(sheet: WorkbookSheet): AsyncGenerator<string> {
  yield start(sheet);
  let text = "";
  let rowNumber = 0;
  for await (const cells of sheet.rows) {
    text += rowXml(++rowNumber, cells, sheet);
    if (rowNumber % 500 !== 0) continue;
    yield text;
    text = "";
  }
  yield text + end(sheet);
}

function start({ columns, headRows = 0, headColumns = 0 }: WorkbookSheet): string {
  const pane = paneXml(headRows, headColumns);
  const widths = columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData>`;
}

/** What stays in sight above and to the left of what is scrolled. */
function paneXml(rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return "";
  const splits = `${columns > 0 ? ` xSplit="${columns}"` : ""}${rows > 0 ? ` ySplit="${rows}"` : ""}`;
  const active = rows === 0 ? "topRight" : columns === 0 ? "bottomLeft" : "bottomRight";
  return `<pane${splits} topLeftCell="${columnName(columns)}${rows + 1}" activePane="${active}" state="frozen"/>`;
}

/** A4, margins of Nghị định 30/2020 in inches, one page wide and as long as it gets. */
function end({ merges = [], choices = [], orientation = "portrait", footer }: WorkbookSheet): string {
  const merged = merges.length === 0 ? "" : `<mergeCells count="${merges.length}">${merges.map((cells) => `<mergeCell ref="${cells}"/>`).join("")}</mergeCells>`;
  const lists = choices.map(({ cells, values }) => `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${cells}"><formula1>${xmlText(`"${values.join(",")}"`)}</formula1></dataValidation>`);
  const chosen = lists.length === 0 ? "" : `<dataValidations count="${lists.length}">${lists.join("")}</dataValidations>`;
  // `&` commands in headers and footers; doubled it is itself.
  const foot = footer === undefined ? "" : `<oddFooter>${xmlText(`&L&9${footer.replaceAll("&", "&&")}`)}</oddFooter>`;
  return `</sheetData>${merged}${chosen}<pageMargins left="1.2" right="0.7" top="0.8" bottom="0.8" header="0.4" footer="0.4"/><pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddHeader>&amp;C&amp;P</oddHeader>${foot}</headerFooter></worksheet>`;
}

function rowXml(rowNumber: number, cells: readonly WorkbookCell[], { columns, heights = {} }: WorkbookSheet): string {
  const written = cells.map((cell, column) => {
    const { value, style, bold } = typeof cell === "object" && cell !== null && "value" in cell ? cell : { value: cell };
    return cellXml(`${columnName(column)}${rowNumber}`, value, style ?? columns[column]?.style ?? "plain", bold);
  });
  const height = heights[rowNumber];
  return `<row r="${rowNumber}"${height === undefined ? "" : ` ht="${height}" customHeight="1"`}>${written.join("")}</row>`;
}

function cellXml(address: string, value: CellValue, style: StyleName, isBold = false): string {
  const isQuoted = typeof value === "string" && /^[=+\-@\t\r]/.test(value);
  const start = `<c r="${address}" s="${styleIndex(style, { isQuoted, isBold })}"`;
  if (value === null || value === "") return `${start}/>`;
  if (typeof value === "number") return `${start}><v>${value}</v></c>`;
  if (typeof value === "string") return `${start} t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
  if ("day" in value) return `${start}><v>${serialOf(value.day)}</v></c>`;
  const result = value.result === undefined ? "" : `<v>${xmlText(String(value.result))}</v>`;
  return `${start}${typeof value.result === "string" ? ` t="str"` : ""}><f>${attribute(value.formula)}</f>${result}</c>`;
}

/** Days since Excel's day 0. */
function serialOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
}
