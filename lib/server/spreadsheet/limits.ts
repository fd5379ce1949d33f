import "server-only";
import type { FileKind } from "./file-kind";

/** How much of a file is read before it is refused. What isn't bounded here is never kept. */
export type Limits = {
  /** The file as uploaded, in bytes. */
  readonly fileBytes: number;
  /** What a workbook's parts unpack to, in bytes, together: a small file can hold a great one. */
  readonly unpackedBytes: number;
  readonly rows: number;
  /** Cells with something in them, in all rows. */
  readonly cells: number;
};

const megabyte = 1024 * 1024;

export const limitsOf = {
  csv: { fileBytes: 1024 * megabyte, unpackedBytes: 1024 * megabyte, rows: 2_000_000, cells: 100_000_000 },
  // A hundred more than 100,000: title, header and footer are rows too.
  xlsx: { fileBytes: 64 * megabyte, unpackedBytes: 768 * megabyte, rows: 100_100, cells: 5_000_000 },
} as const satisfies Record<FileKind, Limits>;

/** Texts that cells share are kept while a sheet is read. */
export const sharedCharacterLimit = 64 * megabyte;
/** Beyond what Excel has; a quote that is never closed would otherwise be one cell to the end of the file. */
export const rowCharacterLimit = megabyte;
/** Nobody's list is wider; a cell far to the right would otherwise make a row of thousands. */
export const columnLimit = 512;
/** Rows handed over at once, at least, but for the last. */
export const sliceSize = 2_000;
