import "server-only";
import { declaration, points, wordNamespace } from "./xml";

type Style = {
  readonly name: string;
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly align: "left" | "center" | "right" | "both";
  /** Points above and below. */
  readonly before?: number;
  readonly after?: number;
  /** Twips of the first line, and of all lines on both sides. */
  readonly firstLine?: number;
  readonly sides?: number;
  readonly lineSpacing?: number;
  readonly outline?: number;
};

/** 1.27 cm; the decree allows 1 cm too. */
const firstLine = 720;

/**
 * Sizes, faces and places of Nghị định 30/2020/NĐ-CP, Phụ lục I. What stands in the navigation pane of a word
 * processor has an outline level.
 */
export const styles = {
  country: { name: "Quoc hieu", size: 12.5, bold: true, align: "center" },
  superior: { name: "Co quan chu quan", size: 12.5, align: "center" },
  issuer: { name: "Co quan ban hanh", size: 12.5, bold: true, align: "center" },
  motto: { name: "Tieu ngu", size: 13.5, bold: true, align: "center" },
  number: { name: "So ky hieu", size: 13, align: "center", before: 6 },
  placeAndDay: { name: "Dia danh ngay thang", size: 13.5, italic: true, align: "center", before: 6 },
  title: { name: "Title", size: 14, bold: true, align: "center", before: 16, outline: 0 },
  abstract: { name: "Subtitle", size: 14, bold: true, align: "center", sides: 500 },
  addressee: { name: "Kinh gui", size: 14, align: "center", before: 12, after: 12 },
  body: { name: "Body Text", size: 14, align: "both", after: 6, firstLine, lineSpacing: 1.08 },
  heading1: { name: "heading 1", size: 14, bold: true, align: "both", before: 6, after: 6, firstLine, outline: 0 },
  heading2: { name: "heading 2", size: 14, bold: true, align: "both", after: 6, firstLine, outline: 1 },
  recipientsHead: { name: "Noi nhan", size: 12, bold: true, italic: true, align: "left" },
  recipient: { name: "Noi nhan muc", size: 11, align: "left" },
  signer: { name: "Chuc vu nguoi ky", size: 13.5, bold: true, align: "center" },
  /** The room above is for the signature and the stamp. */
  signature: { name: "Ho ten nguoi ky", size: 14, bold: true, align: "center", before: 72 },
  annexNumber: { name: "Phu luc", size: 14, bold: true, align: "center", outline: 0 },
  annexTitle: { name: "Phu luc tieu de", size: 13, bold: true, align: "center" },
  annexReference: { name: "Phu luc kem theo", size: 13, italic: true, align: "center", after: 8 },
  cellHead: { name: "O tieu de", size: 12, bold: true, align: "center" },
  cellOrdinal: { name: "O so cot", size: 12, italic: true, align: "center" },
  cellText: { name: "O chu", size: 12, align: "left" },
  cellCenter: { name: "O giua", size: 12, align: "center" },
  cellNumber: { name: "O so", size: 12, align: "right" },
  note: { name: "Ghi chu", size: 11, align: "both" },
  noteHead: { name: "Ghi chu tieu de", size: 11, bold: true, italic: true, align: "left", before: 6 },
  pageNumber: { name: "header", size: 13.5, align: "center" },
} as const satisfies Record<string, Style>;

export type ParagraphStyle = keyof typeof styles;

export function stylesXml(): string {
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>${points(14)}<w:lang w:val="vi-VN" w:eastAsia="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`;
  const basis = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`;
  return `${declaration}<w:styles ${wordNamespace}>${defaults}${basis}${Object.entries<Style>(styles).map(([id, style]) => styleXml(id, style)).join("")}</w:styles>`;
}

/** The order of elements is given by the format. */
function styleXml(id: string, style: Style): string {
  const outline = style.outline === undefined ? "" : `<w:outlineLvl w:val="${style.outline}"/>`;
  const keep = style.outline === undefined ? "" : "<w:keepNext/>";
  const sides = style.sides === undefined ? "" : ` w:left="${style.sides}" w:right="${style.sides}"`;
  const indent = `<w:ind${sides} w:firstLine="${style.firstLine ?? 0}"/>`;
  const spacing = `<w:spacing w:before="${(style.before ?? 0) * 20}" w:after="${(style.after ?? 0) * 20}" w:line="${Math.round((style.lineSpacing ?? 1) * 240)}" w:lineRule="auto"/>`;
  const face = `${style.bold ? "<w:b/>" : ""}${style.italic ? "<w:i/>" : ""}`;
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${style.name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${keep}${spacing}${indent}<w:jc w:val="${style.align}"/>${outline}</w:pPr><w:rPr>${face}${points(style.size)}</w:rPr></w:style>`;
}
