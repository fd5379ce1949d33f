import { strToU8, zipSync } from "fflate";

type Part = { readonly sheets?: readonly { name: string; xml: string; state?: string }[]; readonly sharedStrings?: string; readonly styles?: string; readonly workbookPr?: string };

const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A sheet of rows written as XML: `row(5, cell("A5", "n", "1"))`. */
export const sheet = (rows: string, after = "") => `<?xml version="1.0" encoding="UTF-8"?><worksheet ${main}><sheetData>${rows}</sheetData>${after}</worksheet>`;
export const row = (rowNumber: number, ...cells: string[]) => `<row r="${rowNumber}">${cells.join("")}</row>`;
export const inline = (address: string, text: string) => `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`;
export const number = (address: string, value: string, style?: number) => `<c r="${address}"${style === undefined ? "" : ` s="${style}"`}><v>${value}</v></c>`;
export const shared = (address: string, index: number) => `<c r="${address}" t="s"><v>${index}</v></c>`;

export const escape = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** Styles 0 (General), 1 (dd/mm/yyyy, own), 2 (built-in day and time), 3 (money), 4 (built-in number). */
export const styles = `<?xml version="1.0"?><styleSheet ${main}><numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy;@"/><numFmt numFmtId="165" formatCode="#,##0\\ &quot;đồng&quot;"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="165"/><xf numFmtId="3"/></cellXfs></styleSheet>`;

/** A workbook as programs write it, with whatever parts a test is about. */
export function makeWorkbook({ sheets = [], sharedStrings, styles, workbookPr = "" }: Part): Uint8Array {
  const tabs = sheets.map(({ name, state }, index) => `<sheet name="${escape(name)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ""} r:id="rId${index + 1}"/>`);
  const related = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const parts = [
    ...sheets.map((_, index) => related(`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`)),
    related("rIdS", "sharedStrings", "/xl/sharedStrings.xml"),
    related("rIdT", "styles", "styles.xml"),
  ];
  const files: Record<string, string> = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": `<Relationships>${related("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<?xml version="1.0"?><workbook ${main} xmlns:r="${relations}">${workbookPr}<sheets>${tabs.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${parts.join("")}</Relationships>`,
    ...(sharedStrings === undefined ? {} : { "xl/sharedStrings.xml": sharedStrings }),
    ...(styles === undefined ? {} : { "xl/styles.xml": styles }),
    ...Object.fromEntries(sheets.map(({ xml }, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml])),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}
