import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/domain/people/actor";
import { err, ok } from "@/lib/domain/result";
import { addDays, localDateOf } from "@/lib/domain/time/local-date";
import type { ReportAction, ReportSnapshot } from "@/lib/protocol/reports";
import { canonicalJson } from "@/lib/server/crypto/canonical-json";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import { withActorForLong, type Transaction } from "@/lib/server/database/with-actor";
import { drawReport } from "./draw-report";
import { findDraft, type Changed } from "./find-draft";
import { findReportUnit } from "./find-report-unit";
import { rollUpTallies } from "./roll-up-tallies";
import { lockRow } from "./report-row";

type Publish = Extract<ReportAction, { action: "publish" }>;

/**
 * Freezes a draft as it is drawn now, under its number: the snapshot, and the digest by which anybody can tell that it
 * is still the same. Nothing changes it any more; what is decided later is a correction in the next report.
 */
export async function publishReport(actor: Actor, { id, expectedVersion, number }: Publish, now: string): Promise<Changed> {
  await rollUpTallies(actor);
  return withActorForLong(actor, async (tx) => {
    const known = await lockRow(tx, id);
    if (known?.published?.number === number) return ok({ id, version: known.version });
    const found = await findDraft(tx, id, expectedVersion);
    if (!found.ok) return found;
    const { value: row } = found;
    const today = localDateOf(now);
    if (row.point.asOf > addDays(today, -1)) return err({ code: "asOfTooLate", field: "asOf" });
    if (Object.values(row.paragraphs).some((paragraph) => paragraph.carried)) return err({ code: "paragraphsToReview" });
    if (await isTaken(tx, number, today)) return err({ code: "reportNumberTaken", field: "number" });
    const readable = await findReportUnit(tx, actor, row.unitId, today);
    if (!readable) return err({ code: "unknownOrForbidden" });
    const { parents: _parents, ...unit } = readable;
    const { snapshot } = await drawReport(tx, row, unit, { number, date: today });
    const digest = digestOf(snapshot);
    await tx.$executeRaw`
      update report set status = 'published', number = ${number}, snapshot = ${canonicalJson(snapshot)}::jsonb, digest = ${digest}, previous_id = ${snapshot.corrections?.reportId ?? null}::uuid,
        published_by_id = ${actor.userId}::uuid, published_at = ${now}::timestamptz, changed_at = ${now}::timestamptz, version = version + 1
      where id = ${id}::uuid`;
    await tx.$executeRaw`
      insert into command_log (id, province_id, actor_id, type, claimed_at, received_at, payload_digest, answer)
      values (${id}::uuid, ${actor.provinceId}::uuid, ${actor.userId}::uuid, 'publishReport', ${now}::timestamptz, ${now}::timestamptz,
        ${keyedHash("payload", canonicalJson({ number, digest: digest.toString("hex") }))}, ${JSON.stringify({ commandId: id, verdict: "accepted" })}::jsonb)`;
    return ok({ id, version: row.version + 1 });
  });
}

/** Sha-256 of the snapshot as canonical JSON: whoever has the one can check the other. */
export function digestOf(snapshot: ReportSnapshot): Buffer {
  return createHash("sha256").update(canonicalJson(snapshot)).digest();
}

/** Numbers of documents begin anew with every year. Two that publish at once wait for each other. */
async function isTaken(tx: Transaction, number: string, today: string): Promise<boolean> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('report/' || app_province(), 0))::text`;
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from report where number = ${number} and date_trunc('year', scheme_day(published_at)) = date_trunc('year', ${today}::date)`;
  return rows.length > 0;
}
