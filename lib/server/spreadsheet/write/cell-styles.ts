import "server-only";

/** `heading`, `head`: of the document, of columns. Those from `head` on stand in a table, with lines around them. */
export const styleNames = [
  "plain", "heading", "subheading", "paragraph", "note",
  "head", "columnNumber", "ordinal", "text", "number", "percent", "percentOne", "percentTwo", "signedPercent", "signedPercentOne", "day", "decimal",
] as const;
export type StyleName = (typeof styleNames)[number];

type Style = { readonly format: number; readonly font: keyof typeof fonts; readonly isInTable: boolean; readonly alignment: string; readonly fill?: number };

/** Times New Roman, as documents of the administration are written. Source: Nghị định 30/2020. */
const fonts = { regular: { size: 12, face: "" }, bold: { size: 12, face: "<b/>" }, heading: { size: 14, face: "<b/>" }, note: { size: 11, face: "<i/>" } } as const;
const fontNames = ["regular", "bold", "heading", "note"] as const;

/** Of our own; smaller numbers are built in. `%` multiplies: 0.4 is 40 %. */
const formats = { day: 164, percentOne: 165, signedPercent: 166, signedPercentOne: 167, decimal: 168 } as const;
const formatCodes = { day: "dd/mm/yyyy", percentOne: "0.0%", signedPercent: "+#,##0%;-#,##0%;0%", signedPercentOne: "+0.0%;-0.0%;0.0%", decimal: "#,##0.0" } as const;

const centred = `horizontal="center" vertical="center" wrapText="1"`;
const cellStyles = {
  plain: { format: 0, font: "regular", isInTable: false, alignment: "" },
  heading: { format: 49, font: "heading", isInTable: false, alignment: centred },
  subheading: { format: 49, font: "note", isInTable: false, alignment: centred },
  paragraph: { format: 49, font: "regular", isInTable: false, alignment: `horizontal="justify" vertical="top" wrapText="1"` },
  note: { format: 49, font: "note", isInTable: false, alignment: `vertical="top" wrapText="1"` },
  head: { format: 49, font: "bold", isInTable: true, alignment: centred, fill: 2 },
  columnNumber: { format: 49, font: "note", isInTable: true, alignment: centred },
  ordinal: { format: 0, font: "regular", isInTable: true, alignment: `horizontal="center" vertical="top"` },
  text: { format: 49, font: "regular", isInTable: true, alignment: `vertical="top" wrapText="1"` },
  number: { format: 3, font: "regular", isInTable: true, alignment: `vertical="top"` },
  percent: { format: 9, font: "regular", isInTable: true, alignment: `horizontal="right" vertical="top"` },
  percentOne: { format: formats.percentOne, font: "regular", isInTable: true, alignment: `horizontal="right" vertical="top"` },
  percentTwo: { format: 10, font: "regular", isInTable: true, alignment: `horizontal="right" vertical="top"` },
  signedPercent: { format: formats.signedPercent, font: "regular", isInTable: true, alignment: `horizontal="right" vertical="top"` },
  signedPercentOne: { format: formats.signedPercentOne, font: "regular", isInTable: true, alignment: `horizontal="right" vertical="top"` },
  decimal: { format: formats.decimal, font: "regular", isInTable: true, alignment: `vertical="top"` },
  day: { format: formats.day, font: "regular", isInTable: true, alignment: `horizontal="center" vertical="top"` },
} as const satisfies Record<StyleName, Style>;

/**
 * The place of a style. Texts that begin like a formula have a twin of it that keeps them texts also where the file
 * is saved as CSV or retyped; both have a bold one.
 */
export function styleIndex(name: StyleName, { isQuoted = false, isBold = false } = {}): number {
  return styleNames.indexOf(name) + styleNames.length * (Number(isQuoted) + 2 * Number(isBold));
}

export function stylesXml(): string {
  const styles: readonly Style[] = styleNames.map((name) => cellStyles[name]);
  const twins = [false, true].flatMap((isBold) => [false, true].flatMap((isQuoted) => styles.map((style) => xf(style, isQuoted, isBold))));
  const ownFormats = Object.entries(formats).map(([name, id]) => `<numFmt numFmtId="${id}" formatCode="${formatCodes[name as keyof typeof formatCodes]}"/>`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="${ownFormats.length}">${ownFormats.join("")}</numFmts>
<fonts count="${fontNames.length}">${fontNames.map((name) => font(fonts[name])).join("")}</fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEFEFEF"/></patternFill></fill></fills>
<borders count="2"><border/><border>${["left", "right", "top", "bottom"].map((side) => `<${side} style="thin"/>`).join("")}</border></borders>
<cellStyleXfs count="1"><xf fontId="0"/></cellStyleXfs>
<cellXfs count="${twins.length}">${twins.join("")}</cellXfs></styleSheet>`;
}

function font({ size, face }: { readonly size: number; readonly face: string }): string {
  return `<font>${face}<sz val="${size}"/><name val="Times New Roman"/><family val="1"/></font>`;
}

function xf({ format, font, isInTable, alignment, fill = 0 }: Style, isQuoted: boolean, isBold: boolean): string {
  const border = isInTable ? 1 : 0;
  const quoted = isQuoted ? ` quotePrefix="1"` : "";
  const fontId = fontNames.indexOf(isBold && font === "regular" ? "bold" : font);
  return `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${quoted}><alignment ${alignment}/></xf>`;
}
