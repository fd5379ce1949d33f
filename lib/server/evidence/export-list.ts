import "server-only";
import type { PoliceKind } from "@/lib/domain/evidence/checked-kind";
import { policePartOf } from "@/lib/domain/evidence/permission";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { ExportEvidence } from "@/lib/protocol/evidence";
import type { Person } from "@/lib/server/auth/person";
import { canonicalJson } from "@/lib/server/crypto/canonical-json";
import { hexOf } from "@/lib/server/database/insert-rows";
import { insertRows } from "@/lib/server/database/insert-rows";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import { newId } from "@/lib/server/database/new-id";
import { withActorForLong, type Transaction } from "@/lib/server/database/with-actor";
import { writeWorkbook } from "@/lib/server/spreadsheet/write/write-workbook";
import { policeFileTexts } from "@/lib/text/desk-police";
import { loadCheckedDetails, type CheckedDetail } from "./check-rows";
import { listSheet } from "./list-sheet";
import { findOutcomes } from "./read-check-page";

type Exported = { readonly name: string; readonly rowCount: number; readonly more: boolean; readonly file: string };

/** As many as somebody fills in at a stretch; the oldest first. */
export const exportLimit = 5_000;

/**
 * The open rows of an area as a workbook to fill in, with the numbers. Every row is a look that is written down, and so
 * is the export. Of an area that is empty, unknown or another's the list is empty; whoever is not of the police gets none.
 */
export async function exportList({ actor, name }: Person, { kind, areaId }: ExportEvidence, now: string): Promise<Result<Exported, RefusalCode>> {
  if (!policePartOf(actor, localDateOf(now))) return err("unknownOrForbidden");
  const { details, more } = await withActorForLong(actor, async (tx) => {
    const found = await findOutcomes(tx, actor, { kind, view: "open", ...(areaId ? { areaId } : {}) }, now, exportLimit + 1);
    const loaded = await loadCheckedDetails(tx, kind, found.slice(0, exportLimit).map(({ id }) => id));
    await logLooks(tx, { provinceId: actor.provinceId, actorId: actor.userId }, loaded, kind, now);
    const digest = keyedHash("payload", canonicalJson({ kind, areaId, rowCount: loaded.length }));
    await insertRows(tx, "command_log", { province_id: actor.provinceId, actor_id: actor.userId }, [{
      id: newId(), type: "exportEvidenceList", claimed_at: now, received_at: now, payload_digest: hexOf(digest), answer: { answer: "exported", rowCount: loaded.length },
    }]);
    return { details: loaded, more: found.length > exportLimit };
  });
  const file = await writeWorkbook([listSheet(kind, details, { name, now })]);
  return ok({ name: policeFileTexts.fileName(kind, localDateOf(now)), rowCount: details.length, more, file: file.toString("base64") });
}

const fieldsOf: Record<PoliceKind, readonly string[]> = {
  vneidActivated: ["name", "personalNumber", "birthYear"],
  householdInformed: ["head", "address"],
};

async function logLooks(
  tx: Transaction, { provinceId, actorId }: { readonly provinceId: string; readonly actorId: string }, details: readonly CheckedDetail[], kind: PoliceKind, now: string,
): Promise<void> {
  const shared = { province_id: provinceId, actor_id: actorId, fields: fieldsOf[kind], at: now };
  await insertRows(tx, "access_log", shared, details.flatMap(({ subjectId, entryId }) => (subjectId ? [{ id: newId(), subject_id: subjectId, entry_id: entryId }] : [])));
}
