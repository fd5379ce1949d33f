import "server-only";

/** Which of the rows behind a number are read. */
export type RowsPart = { readonly limit: number; readonly offset: number };

/** A screen of them, from page 0. */
export const screenOf = (page: number): RowsPart => ({ limit: 100, offset: 100 * page });

/** What a workbook holds that somebody reads; of more than this the number is said, and the first rows. */
export const allRows: RowsPart = { limit: 50_000, offset: 0 };
