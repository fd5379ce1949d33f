/**
 * A row of a file as it was read, before anybody knows what its columns mean.
 * `rowNumber` is the one that Excel shows, from 1. A cell without anything is `""`; dates of a workbook come as
 * `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS`, its numbers in full digits. Rows may have fewer cells than the header.
 */
export type Row = { readonly rowNumber: number; readonly cells: readonly string[] };
