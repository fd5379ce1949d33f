import "server-only";
import * as z from "zod/mini";
import { Uuid } from "@/lib/domain/ids";
import type { Actor } from "@/lib/domain/people/actor";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { keepsRegisters } from "@/lib/server/imports/keeper";
import { findReportUnit, type ReportUnit } from "./find-report-unit";
import { readRows, type ReportRow } from "./report-row";

export type FoundReport = { readonly row: ReportRow; readonly unit: ReportUnit };

/**
 * Drafts are for whoever writes them; what was published is for everybody who reads the sums of its unit.
 * @returns undefined alike for an unknown report and for one that is not the person's to read
 */
export async function findReport(tx: Transaction, actor: Actor, id: string, now: string): Promise<FoundReport | undefined> {
  const [row] = await readRows(tx, Prisma.sql`where report.id = ${id}::uuid`);
  if (!row || (!row.published && !keepsRegisters(actor, now))) return undefined;
  const unit = await findReportUnit(tx, actor, row.unitId, localDateOf(now));
  return unit && { row, unit };
}

const Asked = z.object({ id: Uuid });

/** Which report an address names; what is no id names none. */
export function reportIdOf(parameters: Readonly<Record<string, string | string[] | undefined>>): string | undefined {
  return Asked.safeParse(parameters).data?.id;
}

/** The newest one published of a unit, or of one kind, besides the one that is asked for. */
export async function findPublished(tx: Transaction, unitId: string, which: Prisma.Sql): Promise<ReportRow | undefined> {
  const [row] = await readRows(tx, Prisma.sql`where report.unit_id = ${unitId}::uuid and report.status = 'published' and ${which} order by report.published_at desc limit 1`);
  return row;
}
