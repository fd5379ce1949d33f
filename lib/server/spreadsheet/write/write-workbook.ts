import "server-only";
import { Zip, ZipDeflate, ZipPassThrough, strToU8 } from "fflate";
import { stylesXml } from "./cell-styles";
import { sheetXml } from "./sheet-xml";
import type { WorkbookSheet } from "./workbook-sheet";
import { attribute } from "./xml-text";

/**
 * A workbook (.xlsx) of these sheets, ready to print on A4: one page wide, head rows on every page. Written piece by
 * piece, so that a long list holds up nobody else. Equal sheets are equal files, whenever they are written.
 */
export async function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  for (const [name, text] of Object.entries(smallParts(sheets))) addPart(zip, name, text);
  for (const [index, sheet] of sheets.entries()) {
    const part = new ZipDeflate(sheetPart(index), { level: 6 });
    part.mtime = noTime;
    zip.add(part);
    for await (const text of sheetXml(sheet)) {
      part.push(strToU8(text));
      await new Promise((resolve) => setImmediate(resolve));
    }
    part.push(new Uint8Array(), true);
  }
  zip.end();
  return Buffer.concat(pieces);
}

/** The first day an archive can name. */
const noTime = new Date(1980, 0, 1);

const sheetPart = (index: number) => `xl/worksheets/sheet${index + 1}.xml`;

function addPart(zip: Zip, name: string, text: string): void {
  const part = new ZipPassThrough(name);
  part.mtime = noTime;
  zip.add(part);
  part.push(strToU8(text), true);
}

const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`;
const packages = "http://schemas.openxmlformats.org/package/2006";
const documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const spreadsheets = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function smallParts(sheets: readonly WorkbookSheet[]): Record<string, string> {
  const types = sheets.map((_, index) => `<Override PartName="/${sheetPart(index)}" ContentType="${spreadsheets}.worksheet+xml"/>`);
  const related = sheets.map((_, index) => relation(`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`));
  return {
    "[Content_Types].xml": `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheets}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheets}.styles+xml"/>${types.join("")}</Types>`,
    "_rels/.rels": relations([relation("rId1", "officeDocument", "xl/workbook.xml")]),
    "xl/_rels/workbook.xml.rels": relations([...related, relation("rIdStyles", "styles", "styles.xml")]),
    "xl/workbook.xml": workbookXml(sheets),
    "xl/styles.xml": stylesXml(),
  };
}

/** Formulas are reckoned when the file is opened: `result` is only what is shown before that. */
function workbookXml(sheets: readonly WorkbookSheet[]): string {
  const tabs = sheets.map(({ name }, index) => `<sheet name="${attribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const titles = sheets.flatMap(({ name, headRows = 0, repeatFrom = 1 }, index) =>
    headRows < repeatFrom ? [] : [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${attribute(`'${name.replaceAll("'", "''")}'!$${repeatFrom}:$${headRows}`)}</definedName>`],
  );
  const names = titles.length > 0 ? `<definedNames>${titles.join("")}</definedNames>` : "";
  return `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${documents}"><sheets>${tabs.join("")}</sheets>${names}<calcPr fullCalcOnLoad="1"/></workbook>`;
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${documents}/${type}" Target="${target}"/>`;
}

function relations(list: readonly string[]): string {
  return `${declaration}<Relationships xmlns="${packages}/relationships">${list.join("")}</Relationships>`;
}
