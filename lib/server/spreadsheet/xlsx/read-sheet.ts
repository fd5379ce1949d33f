import "server-only";
import type { Row } from "@/lib/domain/import/row";
import { FileRefused } from "../file-refused";
import { columnLimit, sliceSize, type Limits } from "../limits";
import { columnOf } from "./cell-address";
import { cellText, type CellStyles } from "./cell-text";
import { fillMerged } from "./fill-merged";
import { scanXml, type XmlHandlers } from "./scan-xml";
import type { MergesByColumn } from "./survey-sheet";

/** The rows of one sheet that have something in them. */
export async function* readSheet(
  bytes: AsyncIterable<Uint8Array>,
  styles: CellStyles,
  merges: MergesByColumn,
  limits: Limits,
): AsyncGenerator<Row[]> {
  let slice: Row[] = [];
  let rowCount = 0;
  let cellCount = 0;
  const fill = fillMerged(merges);
  const handlers = sheetHandlers(styles, (rowNumber, cells) => {
    cellCount += cells.length;
    if (cellCount > limits.cells) throw new FileRefused("tooLarge");
    if (!cells.some((cell) => cell !== "")) return;
    if (++rowCount > limits.rows) throw new FileRefused("fileTooManyRows");
    fill(rowNumber, cells);
    slice.push({ rowNumber, cells });
  });
  for await (const rows of scanXml(bytes, handlers, () => slice)) {
    if (rows.length < sliceSize) continue;
    yield rows;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}

/** Rows and cells may leave their addresses out: then they follow each other. */
function sheetHandlers(styles: CellStyles, keep: (rowNumber: number, cells: string[]) => void): XmlHandlers {
  let rowNumber = 0;
  let cells: string[] = [];
  let column = -1;
  let cell: Readonly<Record<string, string>> = {};
  let value = "";
  let isValue = false;
  let isPhonetic = false;
  return {
    open(name, attributes) {
      if (name === "row") {
        rowNumber = attributes.r === undefined ? rowNumber + 1 : Number(attributes.r);
        cells = [];
        column = -1;
      } else if (name === "c") {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        cell = attributes;
        value = "";
      } else if (name === "rPh") isPhonetic = true;
      isValue = name === "v" || (name === "t" && !isPhonetic);
    },
    text(text) {
      if (isValue) value += text;
    },
    close(name) {
      isValue = false;
      if (name === "row") keep(rowNumber, cells);
      else if (name === "c" && value !== "") put(cells, column, cellText(cell, value, styles));
      else if (name === "rPh") isPhonetic = false;
    },
  };
}

function put(cells: string[], column: number, text: string): void {
  if (text === "") return;
  if (!(column >= 0 && column < columnLimit)) throw new FileRefused("tooLarge");
  while (cells.length < column) cells.push("");
  cells[column] = text;
}
