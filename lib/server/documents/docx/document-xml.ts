import "server-only";
import type { Block, Section } from "./blocks";
import { paragraphXml, ruleXml } from "./paragraph-xml";
import { tableXml } from "./table-xml";
import { declaration, twips, wordNamespace } from "./xml";

/** Millimetres, within what the decree allows: 20–25 above and below, 30–35 left, 15–20 right. */
export const page = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 } as const;

/** What lies between the margins, in millimetres. */
export function textWidth(orientation: Section["orientation"]): number {
  return (orientation === "portrait" ? page.width : page.height) - page.left - page.right;
}

export function documentXml(sections: readonly Section[]): string {
  const body = sections.map((section, index) => sectionXml(section, index === sections.length - 1)).join("");
  return `${declaration}<w:document ${wordNamespace} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body}</w:body></w:document>`;
}

/** A section's set-up is kept in its last paragraph, the last section's at the end of the body. */
function sectionXml({ orientation, blocks }: Section, isLast: boolean): string {
  const setUp = setUpXml(orientation);
  const last = blocks.at(-1);
  const write = (block: Block) => blockXml(block, textWidth(orientation));
  if (last?.kind === "paragraph" && !isLast) return blocks.slice(0, -1).map(write).join("") + paragraphXml(last, undefined, setUp);
  // After a table there has to be a paragraph: one of a twentieth of a line.
  const thinnest = last?.kind === "paragraph" ? "" : `<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/>${isLast ? "" : setUp}</w:pPr></w:p>`;
  return blocks.map(write).join("") + thinnest + (isLast ? setUp : "");
}

function blockXml(block: Block, width: number): string {
  switch (block.kind) {
    case "paragraph":
      return paragraphXml(block);
    case "rule":
      return ruleXml(block, width);
    case "table":
      return tableXml(block);
  }
}

function setUpXml(orientation: Section["orientation"]): string {
  const [width, height] = orientation === "portrait" ? [page.width, page.height] : [page.height, page.width];
  const turned = orientation === "landscape" ? ` w:orient="landscape"` : "";
  return `<w:sectPr><w:headerReference w:type="default" r:id="rIdPageNumber"/><w:type w:val="nextPage"/><w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"${turned}/><w:pgMar w:top="${twips(page.top)}" w:right="${twips(page.right)}" w:bottom="${twips(page.bottom)}" w:left="${twips(page.left)}" w:header="${twips(page.top / 2)}" w:footer="${twips(page.bottom / 2)}" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>`;
}
