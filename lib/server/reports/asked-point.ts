import "server-only";
import type { Refusal } from "@/lib/domain/refusal";
import { equallyKnown, windowBefore, windowUntil } from "@/lib/domain/report/report-window";
import type { ReportPoint } from "@/lib/domain/report/report-table";
import { err, ok, type Result } from "@/lib/domain/result";
import { addDays, localDateOf } from "@/lib/domain/time/local-date";
import type { PointAsked } from "@/lib/protocol/reports";
import type { Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { findPublished } from "./find-report";

/** What a report speaks of and what it is compared with. Refuses days that are not over yet. */
export async function resolvePoint(
  tx: Transaction,
  { kind, through, asOf, compareWith }: PointAsked,
  report: { readonly id: string; readonly unitId: string },
  now: string,
): Promise<Result<{ point: ReportPoint; previousPoint: ReportPoint; previousId: string | undefined }, Refusal>> {
  const yesterday = addDays(localDateOf(now), -1);
  if (asOf > yesterday) return err({ code: "asOfTooLate", field: "asOf" });
  if (asOf < through) return err({ code: "asOfBeforeEnd", field: "asOf" });
  const point: ReportPoint = { ...windowUntil(kind, through), asOf };
  const others = Prisma.sql`report.kind = ${kind} and report.id <> ${report.id}::uuid`;
  const newest = await findPublished(tx, report.unitId, others);
  const earlier = compareWith === "published" ? await findPublished(tx, report.unitId, Prisma.sql`${others} and report.through < ${through}::date`) : undefined;
  return ok({
    point,
    previousPoint: earlier?.point ?? equallyKnown(point, windowBefore(point), yesterday),
    previousId: newest?.id,
  });
}
