import "server-only";
import { holdsRole, type Actor, type Role } from "@/lib/domain/people/actor";
import type { ReportTable } from "@/lib/domain/report/report-table";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { loadUnitPaths } from "@/lib/server/commands/unit-paths";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";

/** Who reads the sums of a unit and of those below it; the function `sees_report` says the same in SQL. */
export const reportRoles = ["leader", "officer", "provinceVerifier", "provincePlanner", "observer"] as const satisfies readonly Role[];

export type ReportUnit = ReportTable["unit"] & {
  /** From the highest unit whose sums the person reads down to the parent. */
  readonly parents: readonly { readonly id: string; readonly name: string }[];
};

/** @returns undefined alike for an unknown unit and for one that the person holds none of the roles for or above */
export async function findReportUnit(tx: Transaction, actor: Actor, unitId: string, today: LocalDate): Promise<ReportUnit | undefined> {
  const path = (await loadUnitPaths(tx, [unitId]))(unitId, today);
  if (!path || !actor.active || !holdsRole(actor, reportRoles, path, today)) return undefined;
  const seen = reportUnits(actor, today);
  const visible = path.slice(path.findIndex((id) => seen.includes(id)));
  const units = await tx.$queryRaw<ReportTable["unit"][]>`select id, name, kind::text from unit where id = any (${visible}::uuid[])`;
  const named = visible.flatMap((id) => units.find((unit) => unit.id === id) ?? []);
  const unit = named.at(-1);
  return unit && { ...unit, parents: named.slice(0, -1).map(({ id, name }) => ({ id, name })) };
}

/** The highest units whose sums the person reads on a day. */
export function reportUnits({ active, assignments }: Actor, today: LocalDate): string[] {
  if (!active) return [];
  const held = assignments.filter(({ role, validFrom, validTo }) => reportRoles.some((one) => one === role) && validFrom <= today && (!validTo || today < validTo));
  return held.flatMap(({ unitId }) => unitId ?? []);
}

/** Does the person read the sums of the whole province? */
export async function worksForProvince(actor: Actor, today: LocalDate): Promise<boolean> {
  const units = reportUnits(actor, today);
  if (units.length === 0) return false;
  const found = await withActor(actor, (tx) => tx.$queryRaw<object[]>`select from unit where kind = 'province' and id = any (${units}::uuid[]) limit 1`);
  return found.length > 0;
}
