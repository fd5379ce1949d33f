import "server-only";
import type { Refusal } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import type { Transaction } from "@/lib/server/database/with-actor";
import { lockRow, type ReportRow } from "./report-row";

/** What became of a report, with the version to build the next change on. */
export type Changed = Result<{ readonly id: string; readonly version: number }, Refusal>;

/** A draft that nobody changed since it was read; it stays so until the end of the transaction. */
export async function findDraft(tx: Transaction, id: string, expectedVersion: number): Promise<Result<ReportRow, Refusal>> {
  const row = await lockRow(tx, id);
  if (!row) return err({ code: "unknownOrForbidden" });
  if (row.published) return err({ code: "reportIsPublished" });
  return row.version === expectedVersion ? ok(row) : err({ code: "versionConflict" });
}
