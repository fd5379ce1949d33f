import * as z from "zod/mini";

/** Tables of the desk that can be taken along as a file. */
export const sheetNames = ["units", "periods", "backlog", "survey", "allowance", "members", "essential-services"] as const;
export type SheetName = (typeof sheetNames)[number];
export const SheetName = z.enum(sheetNames);

export const sheetFormats = ["xlsx", "docx"] as const;
export type SheetFormat = (typeof sheetFormats)[number];

/** GET /api/sheets/{name}?format=xlsx&…: the rest is what the page's own address says. */
export const SheetQuery = z.catchall(z.object({ format: z.enum(sheetFormats) }), z.string());
export type SheetQuery = z.infer<typeof SheetQuery>;
