import "server-only";

/** `heading`, `head`: of the document, of columns. The last six stand in a table, with lines around them. */
export const styleNames = ["plain", "heading", "note", "head", "text", "number", "percent", "day", "rate"] as const;
export type StyleName = (typeof styleNames)[number];

type Style = { readonly format: number; readonly font: number; readonly isInTable: boolean; readonly alignment: string; readonly fill?: number };

const cellStyles = {
  plain: { format: 0, font: 0, isInTable: false, alignment: "" },
  heading: { format: 49, font: 2, isInTable: false, alignment: `horizontal="center" vertical="center" wrapText="1"` },
  note: { format: 49, font: 3, isInTable: false, alignment: `vertical="top" wrapText="1"` },
  head: { format: 49, font: 1, isInTable: true, alignment: `horizontal="center" vertical="center" wrapText="1"`, fill: 2 },
  text: { format: 49, font: 0, isInTable: true, alignment: `vertical="top" wrapText="1"` },
  number: { format: 3, font: 0, isInTable: true, alignment: `vertical="top"` },
  percent: { format: 9, font: 0, isInTable: true, alignment: `vertical="top"` },
  /** A percentage with two decimals. */
  rate: { format: 10, font: 0, isInTable: true, alignment: `vertical="top"` },
  day: { format: 164, font: 0, isInTable: true, alignment: `horizontal="center" vertical="top"` },
} as const satisfies Record<StyleName, Style>;

/**
 * The place of a style. Texts that begin like a formula have a twin of it that keeps them texts also where the file
 * is saved as CSV or retyped.
 */
export function styleIndex(name: StyleName, isQuoted = false): number {
  return styleNames.indexOf(name) + (isQuoted ? styleNames.length : 0);
}

/** Times New Roman, as documents of the administration are written. Source: Nghị định 30/2020. */
export function stylesXml(): string {
  const styles = styleNames.map((name) => cellStyles[name]);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>
<fonts count="4">${font(12, "")}${font(12, "<b/>")}${font(14, "<b/>")}${font(11, "<i/>")}</fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEFEFEF"/></patternFill></fill></fills>
<borders count="2"><border/><border>${["left", "right", "top", "bottom"].map((side) => `<${side} style="thin"/>`).join("")}</border></borders>
<cellStyleXfs count="1"><xf fontId="0"/></cellStyleXfs>
<cellXfs count="${styles.length * 2}">${styles.map((style) => xf(style, false)).join("")}${styles.map((style) => xf(style, true)).join("")}</cellXfs></styleSheet>`;
}

function font(size: number, face: string): string {
  return `<font>${face}<sz val="${size}"/><name val="Times New Roman"/><family val="1"/></font>`;
}

function xf({ format, font, isInTable, alignment, fill = 0 }: Style, isQuoted: boolean): string {
  const border = isInTable ? 1 : 0;
  const quoted = isQuoted ? ` quotePrefix="1"` : "";
  return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${quoted}><alignment ${alignment}/></xf>`;
}
