import "server-only";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { StyleName } from "./cell-styles";

/** A text stays a text, whatever it begins with: numbers of people belong here. `formula` without its `=`. */
export type CellValue = string | number | null | { readonly day: LocalDate } | { readonly formula: string; readonly result?: number | string };

/** A value in the style of its column, or in one of its own. */
export type WorkbookCell = CellValue | { readonly value: CellValue; readonly style?: StyleName; readonly bold?: boolean };

export type WorkbookSheet = {
  readonly name: string;
  readonly columns: readonly { /** in characters */ readonly width: number; readonly style?: StyleName }[];
  readonly rows: Iterable<readonly WorkbookCell[]> | AsyncIterable<readonly WorkbookCell[]>;
  /** Rows above the data: they stay in sight, and stand on every printed page from `repeatFrom` on (from 1). */
  readonly headRows?: number;
  readonly repeatFrom?: number;
  /** Columns that stay in sight, from the left. */
  readonly headColumns?: number;
  /** Points, by number of the row (from 1): rows of merged cells are not as high as their text by themselves. */
  readonly heights?: Readonly<Record<number, number>>;
  /** `A1:F1` */
  readonly merges?: readonly string[];
  /** What may be chosen in cells, such as `E3:E2000`. */
  readonly choices?: readonly { readonly cells: string; readonly values: readonly string[] }[];
  readonly orientation?: "portrait" | "landscape";
  /** At the bottom of every page: whose copy it is, and when it was made. Pages are numbered at the top. */
  readonly footer?: string;
};
