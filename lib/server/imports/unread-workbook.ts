import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { err, ok, type Result } from "@/lib/domain/result";
import { writeWorkbook } from "@/lib/server/spreadsheet/write/write-workbook";
import { reconcileTexts, registerFieldNames } from "@/lib/text/desk-reconcile";
import { refusals } from "@/lib/text/refusals";
import { readUnread } from "./read-import";

/** The rows that could not be read, by their number in the file, as a workbook: what a citizen's was never kept. */
export async function unreadWorkbook(actor: Actor, id: string, now: string): Promise<Result<Response, "unknownOrForbidden">> {
  const unread = await readUnread(actor, id, now);
  if (!unread) return err("unknownOrForbidden");
  const { sheet, row, column, field, problem, text } = reconcileTexts.unreadFile;
  const head = [row, column, field, problem, text].map((value) => ({ value, style: "head" as const }));
  const rows = unread.problems.map((found) => [found.rowNumber, found.column ?? "", registerFieldNames[found.field], refusals[found.code], found.text ?? ""]);
  const bytes = await writeWorkbook([{
    name: sheet, headRows: 1, rows: [head, ...rows], orientation: "landscape",
    columns: [{ width: 9, style: "number" }, { width: 24, style: "text" }, { width: 24, style: "text" }, { width: 60, style: "text" }, { width: 30, style: "text" }],
  }]);
  const name = `${unread.fileName.replace(/\.[A-Za-z]+$/, "").replace(/[^\p{L}\p{N} _.-]/gu, "")}-dong-khong-doc-duoc.xlsx`;
  return ok(new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "cache-control": "no-store", "x-content-type-options": "nosniff",
    },
  }));
}
