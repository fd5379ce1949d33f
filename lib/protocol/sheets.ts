import * as z from "zod/mini";
import type { LocalDate } from "../domain/time/local-date";

/** Tables of the desk that can be taken along as a file. */
export const sheetNames = ["units", "periods", "backlog", "survey", "allowance", "members", "essential-services", "commendation", "share-rows", "service-rows", "entries", "campaigns", "checks"] as const;
export type SheetName = (typeof sheetNames)[number];
export const SheetName = z.enum(sheetNames);

export const sheetFormats = ["xlsx", "docx"] as const;
export type SheetFormat = (typeof sheetFormats)[number];

/** GET /api/sheets/{name}?format=xlsx&…: the rest is what the page's own address says. */
export const SheetQuery = z.catchall(z.object({ format: z.enum(sheetFormats) }), z.string());
export type SheetQuery = z.infer<typeof SheetQuery>;

/** `share`: 0.64 for 64 %; `rate`: the same with two decimals. `count` also stands for dong; `decimal` has one place. */
export type SheetKind = "text" | "count" | "decimal" | "share" | "rate" | "day";

export type SheetColumn = {
  readonly head: string;
  /** Columns beside each other with the same group stand below one heading. */
  readonly group?: string;
  readonly kind: SheetKind;
  /** Texts that are numbers to the eye, such as `+4%`. */
  readonly isRight?: boolean;
  /** In characters. */
  readonly width: number;
};

/** Of its column's kind, or of one of its own; days as `YYYY-MM-DD`, null where there is nothing to say. */
export type SheetValue = string | number | LocalDate | null | { readonly value: number; readonly kind: SheetKind };
export type SheetRow = readonly SheetValue[];

/** A table as the page shows it and files take it along. */
export type SheetTable = {
  /** On its tab. */
  readonly name: string;
  readonly title: string;
  /** Which days, as of when. */
  readonly about: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  readonly totals?: readonly SheetRow[];
  readonly notes?: readonly string[];
};
