import "server-only";
import { xmlText } from "@/lib/server/spreadsheet/write/xml-text";
import type { Paragraph, Rule, Words } from "./blocks";
import { points, twips } from "./xml";

/** @param fontSize in points, where a table sets another one than the paragraph's style */
export function paragraphXml({ style, words, keepWithNext }: Paragraph, fontSize?: number, inside = ""): string {
  const keep = keepWithNext ? "<w:keepNext/>" : "";
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${keep}${markXml(fontSize)}${inside}</w:pPr>${runsXml(words, fontSize)}</w:p>`;
}

/** A cell without a word, which the format wants a paragraph in: as high as its neighbours and no higher. */
export function emptyXml(fontSize: number | undefined): string {
  return `<w:p><w:pPr>${markXml(fontSize ?? 1)}</w:pPr></w:p>`;
}

/** The sign at a paragraph's end has a size of its own, which an empty one is as high as. */
function markXml(fontSize: number | undefined): string {
  return fontSize === undefined ? "" : `<w:rPr>${points(fontSize)}</w:rPr>`;
}

/** The border of a paragraph that is one line of two points high: drawn alike by every word processor. */
export function ruleXml({ share, after = 0 }: Rule, widthInMillimetres: number): string {
  const indent = twips((widthInMillimetres * (1 - share)) / 2);
  return `<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:pBdr><w:spacing w:before="20" w:after="${after * 20}" w:line="40" w:lineRule="exact"/><w:ind w:left="${indent}" w:right="${indent}"/></w:pPr></w:p>`;
}

function runsXml(words: Words, fontSize: number | undefined): string {
  const size = fontSize === undefined ? "" : points(fontSize);
  return (typeof words === "string" ? [words] : words)
    .map((run) => (typeof run === "string" ? { text: run, bold: undefined, italic: undefined } : run))
    .filter(({ text }) => text !== "")
    .map(({ text, bold, italic }) => `<w:r><w:rPr>${toggle("b", bold)}${toggle("i", italic)}${size}</w:rPr>${textXml(text)}</w:r>`)
    .join("");
}

/** Said outright also where it is off: a style may have turned it on. */
function toggle(name: string, value: boolean | undefined): string {
  return value === undefined ? "" : `<w:${name}${value ? "" : ` w:val="0"`}/>`;
}

/** One spelling of Vietnamese, so that a search finds it; a line end stays one. */
function textXml(text: string): string {
  return text
    .normalize("NFC")
    .split("\n")
    .map((line) => `<w:t xml:space="preserve">${xmlText(line)}</w:t>`)
    .join("<w:br/>");
}
