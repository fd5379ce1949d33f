import "server-only";
import type { Cell, Table } from "./blocks";
import { emptyXml, paragraphXml, ruleXml } from "./paragraph-xml";
import { twips } from "./xml";

/** Rows are never split between pages; those of the head stand on each. */
export function tableXml({ widths, head, rows, hasLines, fontSize, padding = 0, sidePadding = 0 }: Table): string {
  const lines = hasLines ? ["top", "left", "bottom", "right", "insideH", "insideV"].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join("") : "";
  const margin = twips(sidePadding);
  const total = twips(widths.reduce((sum, width) => sum + width, 0));
  const properties = `<w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/>${lines && `<w:tblBorders>${lines}</w:tblBorders>`}<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="${padding * 20}" w:type="dxa"/><w:left w:w="${margin}" w:type="dxa"/><w:bottom w:w="${hasLines ? padding * 20 : 0}" w:type="dxa"/><w:right w:w="${margin}" w:type="dxa"/></w:tblCellMar></w:tblPr>`;
  const grid = `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${twips(width)}"/>`).join("")}</w:tblGrid>`;
  const write = (part: readonly (readonly Cell[])[], isHead: boolean) =>
    placesOf(part, widths.length)
      .map((places) => `<w:tr><w:trPr><w:cantSplit/>${isHead ? "<w:tblHeader/>" : ""}</w:trPr>${places.map((place) => cellXml(place, widths, fontSize)).join("")}</w:tr>`)
      .join("");
  return `<w:tbl>${properties}${grid}${write(head, true)}${write(rows, false)}</w:tbl>`;
}

type Place = { readonly cell: Cell; readonly column: number; readonly isContinued: boolean };

/** The format wants a cell in every row that one from above reaches into, saying so. */
function placesOf(rows: readonly (readonly Cell[])[], columns: number): Place[][] {
  const reaching = new Map<number, { cell: Cell; rows: number }>();
  return rows.map((cells) => {
    const places: Place[] = [];
    const left = [...cells];
    for (let column = 0; column < columns; ) {
      const above = reaching.get(column);
      const cell = above?.cell ?? left.shift();
      if (!cell) throw new RangeError(`a row of ${columns} columns ends at column ${column}`);
      places.push({ cell, column, isContinued: above !== undefined });
      const rowsLeft = (above?.rows ?? cell.rows ?? 1) - 1;
      if (rowsLeft > 0) reaching.set(column, { cell, rows: rowsLeft });
      else reaching.delete(column);
      column += cell.columns ?? 1;
    }
    return places;
  });
}

function cellXml({ cell, column, isContinued }: Place, widths: readonly number[], fontSize: number | undefined): string {
  const { columns = 1, rows = 1, vertical = "center", content } = cell;
  const width = widths.slice(column, column + columns).reduce((sum, one) => sum + one, 0);
  const merged = rows > 1 ? `<w:vMerge${isContinued ? "" : ` w:val="restart"`}/>` : "";
  const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : "";
  const blocks = isContinued ? [] : content;
  const written = blocks.map((block) => (block.kind === "rule" ? ruleXml(block, width) : paragraphXml(block, fontSize))).join("");
  return `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/>${span}${merged}<w:vAlign w:val="${vertical}"/></w:tcPr>${written || emptyXml(fontSize)}</w:tc>`;
}
