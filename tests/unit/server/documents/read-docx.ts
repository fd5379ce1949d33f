import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";

/** An element of a part, by its prefixed name. */
export type Element = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: Element[]; text: string };

/** A document taken apart again: every part parsed, so that one that isn't well-formed is found. */
export function readDocx(file: Uint8Array) {
  const parts = Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, parse(strFromU8(bytes))]));
  const body = child(parts["word/document.xml"]!, "w:body")!;
  return {
    parts,
    body,
    setUps: all(body, "w:sectPr").map((setUp) => {
      const size = child(setUp, "w:pgSz")!.attributes;
      const margins = child(setUp, "w:pgMar")!.attributes;
      return {
        width: millimetres(size["w:w"]),
        height: millimetres(size["w:h"]),
        orientation: size["w:orient"] ?? "portrait",
        top: millimetres(margins["w:top"]),
        bottom: millimetres(margins["w:bottom"]),
        left: millimetres(margins["w:left"]),
        right: millimetres(margins["w:right"]),
        firstPageNumber: child(setUp, "w:pgNumType")?.attributes["w:start"],
        hidesFirstNumber: child(setUp, "w:titlePg") !== undefined,
      };
    }),
    tables: all(body, "w:tbl").map(readTable),
    /** In order, those in tables too. */
    paragraphs: all(body, "w:p").map(readParagraph),
  };
}

export type ReadTable = ReturnType<typeof readTable>;

function readTable(table: Element) {
  const rows = all(table, "w:tr").map((row) => ({
    isHead: all(row, "w:tblHeader").length > 0,
    isWhole: all(row, "w:cantSplit").length > 0,
    cells: all(row, "w:tc").map((cell) => ({
      text: all(cell, "w:p").map(textOf).join("\n"),
      span: Number(all(cell, "w:gridSpan")[0]?.attributes["w:val"] ?? 1),
      isBold: all(cell, "w:r").some((run) => all(run, "w:b").some(({ attributes }) => attributes["w:val"] !== "0")),
    })),
  }));
  return { width: millimetres(String(all(table, "w:gridCol").reduce((sum, { attributes }) => sum + Number(attributes["w:w"]), 0))), rows };
}

function readParagraph(element: Element) {
  return {
    text: textOf(element),
    style: all(element, "w:pStyle")[0]?.attributes["w:val"],
    isRule: all(element, "w:pBdr").length > 0,
    endsSection: all(element, "w:sectPr").length > 0,
    staysWithNext: all(element, "w:keepNext").length > 0,
  };
}

export function textOf(element: Element): string {
  if (element.name === "w:t") return element.text;
  return element.name === "w:br" ? "\n" : element.children.map(textOf).join("");
}

export function all(element: Element, name: string): Element[] {
  return element.children.flatMap((one) => (one.name === name ? [one, ...all(one, name)] : all(one, name)));
}

export function child(element: Element, name: string): Element | undefined {
  return element.children.find((one) => one.name === name);
}

function parse(xml: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [], text: "" };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => (open.at(-1)!.text += text));
  parser.on("closetag", () => open.pop());
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
  return root.children[0]!;
}

const millimetres = (twips: string | undefined) => Math.round((Number(twips) * 25.4) / 1440);
