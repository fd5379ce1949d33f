import "server-only";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { canSee } from "@/lib/domain/review/permission";
import type { Actor } from "@/lib/domain/people/actor";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { RevealRequest, RevealResponse } from "@/lib/protocol/reveal";
import { loadUnitPaths } from "@/lib/server/commands/unit-paths";
import { withActor } from "@/lib/server/database/with-actor";
import { readEntryRow } from "@/lib/server/review-queue/entry-row";
import { sealedSubjectOf } from "@/lib/server/review-queue/subject-row";
import { openSubject } from "@/lib/server/subjects/sealed-subject";
import { saveAccess } from "./access-log";

type Revealed = { readonly values: RevealResponse["values"] };

/** The masked fields of a citizen, after it was written down who asked for which. Unknown and forbidden look alike. */
export function revealFields(
  actor: Actor,
  { entryId, fields }: RevealRequest,
  now: string,
): Promise<Result<Revealed, RefusalCode>> {
  return withActor(actor, async (tx) => {
    const row = await readEntryRow(tx, entryId);
    if (!row) return err("unknownOrForbidden");
    const unitPath = (await loadUnitPaths(tx, [row.unitId]))(row.unitId, row.happenedOn) ?? [];
    const sealed = sealedSubjectOf(row);
    if (!sealed || !canSee(actor, { authorId: row.authorId, unitPath }, localDateOf(now))) return err("unknownOrForbidden");
    await saveAccess(tx, actor, { subjectId: sealed.id, entryId, fields, at: now });
    const { subject } = openSubject(sealed);
    const number = subject?.kind === "person" ? subject.personalNumber : undefined;
    return ok({
      values: {
        ...(fields.includes("personalNumber") && number ? { personalNumber: number } : {}),
        ...(fields.includes("phone") && subject?.phone ? { phone: subject.phone } : {}),
      },
    });
  });
}
