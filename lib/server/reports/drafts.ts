import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { personParagraphKeys, type ReportParagraphs } from "@/lib/domain/report/monthly-report";
import { err, ok } from "@/lib/domain/result";
import { cleanText } from "@/lib/domain/text/clean-text";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { PointAsked } from "@/lib/protocol/reports";
import type { Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { startingParagraphs } from "@/lib/text/report";
import { resolvePoint } from "./asked-point";
import type { Changed } from "./find-draft";
import { findPublished } from "./find-report";
import { reportUnits } from "./find-report-unit";
import { lockRow, type ReportRow } from "./report-row";

/** A new draft, with what people wrote last time. The same id again is answered again. */
export async function beginDraft(tx: Transaction, actor: Actor, asked: PointAsked & { readonly id: string }, now: string): Promise<Changed> {
  const known = await lockRow(tx, asked.id);
  if (known) return ok({ id: known.id, version: known.version });
  const unitId = await findProvince(tx, actor, now);
  if (!unitId) return err({ code: "unknownOrForbidden" });
  const resolved = await resolvePoint(tx, asked, { id: asked.id, unitId }, now);
  if (!resolved.ok) return resolved;
  const { point, previousPoint, previousId } = resolved.value;
  const last = await findPublished(tx, unitId, Prisma.sql`true`);
  const paragraphs = carriedOver(last?.paragraphs ?? startingParagraphs);
  await tx.$executeRaw`
    insert into report (id, province_id, kind, unit_id, from_day, through, as_of, tree_on, status, paragraphs, created_by_id, created_at, changed_at,
                        previous_id, previous_from, previous_through, previous_as_of)
    values (${asked.id}::uuid, ${actor.provinceId}::uuid, ${asked.kind}, ${unitId}::uuid, ${point.first ?? null}::date, ${point.through}::date, ${point.asOf}::date,
            ${asked.treeOn}::date, 'draft', ${JSON.stringify(paragraphs)}::jsonb, ${actor.userId}::uuid, ${now}::timestamptz, ${now}::timestamptz,
            ${previousId ?? null}::uuid, ${previousPoint.first ?? null}::date, ${previousPoint.through}::date, ${previousPoint.asOf}::date)`;
  return ok({ id: asked.id, version: 1 });
}

/** Only what was sent: what stands in the other paragraphs is left as it is. */
export async function writeParagraphs(tx: Transaction, { id, version }: ReportRow, paragraphs: ReportParagraphs, now: string): Promise<Changed> {
  const written = Object.fromEntries(Object.entries(paragraphs).map(([key, { text, carried = false }]) => [key, { text: cleanLines(text), carried }]));
  await tx.$executeRaw`
    update report set paragraphs = paragraphs || ${JSON.stringify(written)}::jsonb, version = version + 1, changed_at = ${now}::timestamptz where id = ${id}::uuid`;
  return ok({ id, version: version + 1 });
}

/** Other days, or the same drawn with what is known by now. */
export async function setPoint(tx: Transaction, { id, unitId, version }: ReportRow, asked: PointAsked, now: string): Promise<Changed> {
  const resolved = await resolvePoint(tx, asked, { id, unitId }, now);
  if (!resolved.ok) return resolved;
  const { point, previousPoint, previousId } = resolved.value;
  await tx.$executeRaw`
    update report set kind = ${asked.kind}, from_day = ${point.first ?? null}::date, through = ${point.through}::date, as_of = ${point.asOf}::date, tree_on = ${asked.treeOn}::date,
      previous_id = ${previousId ?? null}::uuid, previous_from = ${previousPoint.first ?? null}::date, previous_through = ${previousPoint.through}::date,
      previous_as_of = ${previousPoint.asOf}::date, version = version + 1, changed_at = ${now}::timestamptz
    where id = ${id}::uuid`;
  return ok({ id, version: version + 1 });
}

export async function discardDraft(tx: Transaction, { id, version }: ReportRow): Promise<Changed> {
  await tx.$executeRaw`delete from report where id = ${id}::uuid`;
  return ok({ id, version });
}

/** Pasted text brings along what nobody sees, and what neither the database nor a document can hold. */
function cleanLines(text: string): string {
  return text.split(/\r?\n/).map(cleanText).join("\n").trim();
}

/** What people wrote last time, to be looked at again before it is said once more. */
function carriedOver(paragraphs: ReportParagraphs): ReportParagraphs {
  return Object.fromEntries(personParagraphKeys.flatMap((key) => {
    const text = paragraphs[key]?.text;
    return text ? [[key, { text, carried: true }]] : [];
  }));
}

/** The highest unit whose sums the person reads, where that is a province. */
async function findProvince(tx: Transaction, actor: Actor, now: string): Promise<string | undefined> {
  const held = reportUnits(actor, localDateOf(now));
  const [row] = await tx.$queryRaw<{ id: string }[]>`select id from unit where id = any (${held}::uuid[]) and kind = 'province' order by valid_from desc limit 1`;
  return row?.id;
}
