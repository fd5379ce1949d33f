import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { equallyKnown, windowBefore } from "@/lib/domain/report/report-window";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { ReportSummary, ReportView, WaitingSum } from "@/lib/protocol/reports";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { keepsRegisters } from "@/lib/server/imports/keeper";
import { findSeenUnit, paperRoles } from "@/lib/server/members/seen-unit";
import { findUnitPath } from "@/lib/server/unit-numbers/jurisdiction";
import { drawReport } from "./draw-report";
import { findPublished, findReport, type FoundReport } from "./find-report";
import { digestOf } from "./publish-report";
import { rollUpTallies } from "./roll-up-tallies";
import { readRows, readSnapshot, type ReportRow } from "./report-row";

const shownReports = 200;

/** Newest first, drafts before what was published of the same days. The policies of the table say which there are for the person. */
export function listReports(actor: Actor, now: string): Promise<ReportSummary[]> {
  const which = keepsRegisters(actor, now) ? Prisma.sql`true` : Prisma.sql`report.status = 'published'`;
  return withActor(actor, async (tx) => {
    const rows = await readRows(tx, Prisma.sql`where ${which} order by report.through desc, report.published_at desc nulls first, report.created_at desc limit ${shownReports}`);
    return rows.map(({ paragraphs: _paragraphs, previousPoint: _point, previousId: _id, ...summary }) => summary);
  });
}

/** @returns undefined alike for an unknown report and for one that is not the person's to read */
export async function readReport(actor: Actor, id: string, now: string): Promise<(ReportView & { readonly waiting: readonly WaitingSum[] }) | undefined> {
  await rollUpTallies(actor);
  return withActor(actor, async (tx) => {
    const found = await findReport(tx, actor, id, now);
    const drawn = found && (await drawnOf(tx, found));
    if (!found || !drawn) return undefined;
    const { row } = found;
    return {
      ...row,
      ...drawn,
      compareWith: comparisonOf(row),
      mayWrite: keepsRegisters(actor, now) && !row.published,
      isFirst: !row.published && (await findPublished(tx, row.unitId, Prisma.sql`true`)) === undefined,
      opensEntries: (await findUnitPath(tx, actor, row.unitId, localDateOf(now))) !== undefined,
      opensRows: (await findSeenUnit(tx, actor, row.unitId, localDateOf(now), paperRoles)) !== undefined,
    };
  });
}

/** A published report is what it was; a draft is drawn anew each time. */
async function drawnOf(tx: Transaction, { row, unit: { parents: _parents, ...unit } }: FoundReport) {
  if (!row.published) return { ...(await drawReport(tx, row, unit)), intact: true };
  const snapshot = await readSnapshot(tx, row.id);
  return snapshot && { snapshot, waiting: [], intact: digestOf(snapshot).toString("hex") === row.published.digest };
}

function comparisonOf({ point, previousPoint }: ReportRow): ReportView["compareWith"] {
  const before = equallyKnown(point, windowBefore(point), point.asOf);
  return previousPoint?.through === before.through && previousPoint.asOf === before.asOf ? "before" : "published";
}
