import "server-only";
import type { ParagraphStyle } from "./styles-xml";

/** Words of one paragraph; a part of them may stand out. */
export type Words = string | readonly (string | { readonly text: string; readonly bold?: boolean; readonly italic?: boolean })[];

export type Paragraph = {
  readonly kind: "paragraph";
  readonly style: ParagraphStyle;
  readonly words: Words;
  /** Never the last thing on a page: what follows stays with it. */
  readonly keepWithNext?: boolean;
};

/** A line drawn in the middle, `share` of the width wide: under the issuer, the motto, the title; `after` in points. */
export type Rule = { readonly kind: "rule"; readonly share: number; readonly after?: number };

/** A cell takes `columns` × `rows` places of the grid; one that it covers is left out of the rows below. */
export type Cell = {
  readonly content: readonly (Paragraph | Rule)[];
  readonly columns?: number;
  readonly rows?: number;
  readonly vertical?: "top" | "center";
};

export type Table = {
  readonly kind: "table";
  /** Widths in millimetres. */
  readonly widths: readonly number[];
  /** Rows that stand on every page the table reaches. */
  readonly head: readonly (readonly Cell[])[];
  readonly rows: readonly (readonly Cell[])[];
  readonly hasLines: boolean;
  /** Points; without it the one of the paragraphs' styles. */
  readonly fontSize?: number;
  /** Points above and below what stands in a cell; above a table without lines. */
  readonly padding?: number;
  /** Millimetres on both sides of what stands in a cell. */
  readonly sidePadding?: number;
};

export type Block = Paragraph | Rule | Table;

/** Pages of one orientation. Each section numbers its pages from 1 and leaves the first number out. */
export type Section = { readonly orientation: "portrait" | "landscape"; readonly blocks: readonly Block[] };

export function paragraph(style: ParagraphStyle, words: Words, keepWithNext = false): Paragraph {
  return { kind: "paragraph", style, words, keepWithNext };
}
