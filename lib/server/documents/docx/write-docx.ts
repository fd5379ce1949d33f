import "server-only";
import { strToU8, zipSync } from "fflate";
import { xmlText } from "@/lib/server/spreadsheet/write/xml-text";
import type { Section } from "./blocks";
import { documentXml } from "./document-xml";
import { stylesXml } from "./styles-xml";
import { declaration, wordNamespace } from "./xml";

/** What a file says of itself: never a person's account or a computer's name. */
export type Properties = {
  readonly title: string;
  /** The body that issues it. */
  readonly author: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
};

/** A document (.docx) for A4. The same input gives the same bytes, whenever and wherever it is written. */
export function writeDocx(sections: readonly Section[], properties: Properties): Buffer {
  const parts = {
    "[Content_Types].xml": contentTypesXml,
    "_rels/.rels": packageRelations,
    "docProps/core.xml": coreXml(properties),
    "word/document.xml": documentXml(sections),
    "word/styles.xml": stylesXml(),
    "word/settings.xml": settingsXml,
    "word/header1.xml": pageNumberXml,
    "word/_rels/document.xml.rels": documentRelations,
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return Buffer.from(zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) }));
}

const packages = "http://schemas.openxmlformats.org/package/2006";
const documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const words = "application/vnd.openxmlformats-officedocument.wordprocessingml";

const override = (part: string, type: string) => `<Override PartName="${part}" ContentType="${type}+xml"/>`;
const contentTypesXml = `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${[
  override("/word/document.xml", `${words}.document.main`),
  override("/word/styles.xml", `${words}.styles`),
  override("/word/settings.xml", `${words}.settings`),
  override("/word/header1.xml", `${words}.header`),
  override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties"),
].join("")}</Types>`;

const packageRelations = `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${documents}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;
const documentRelations = `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rIdStyles" Type="${documents}/styles" Target="styles.xml"/><Relationship Id="rIdSettings" Type="${documents}/settings" Target="settings.xml"/><Relationship Id="rIdPageNumber" Type="${documents}/header" Target="header1.xml"/></Relationships>`;

/** Without the mode a document opens as one of 2007, with the layout of then. */
const settingsXml = `${declaration}<w:settings ${wordNamespace}><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="vi-VN"/></w:settings>`;

const pageNumberXml = `${declaration}<w:hdr ${wordNamespace}><w:p><w:pPr><w:pStyle w:val="pageNumber"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`;

function coreXml({ title, author, createdAt }: Properties): string {
  const text = (value: string) => xmlText(value.normalize("NFC"));
  const time = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${xmlText(createdAt)}</dcterms:${name}>`;
  return `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${text(title)}</dc:title><dc:creator>${text(author)}</dc:creator><dc:language>vi-VN</dc:language>${time("created")}${time("modified")}</cp:coreProperties>`;
}
