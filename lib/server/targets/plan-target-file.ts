import "server-only";
import { wordsOf } from "@/lib/domain/import/clean-cell";
import { headerSearchRows } from "@/lib/domain/import/header";
import type { Row } from "@/lib/domain/import/row";
import type { Actor } from "@/lib/domain/people/actor";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { readTargetRows, type TargetCell } from "@/lib/domain/targets/read-target-rows";
import { findTargetColumns } from "@/lib/domain/targets/target-columns";
import { isRule, ruledValue } from "@/lib/domain/targets/target-value";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { PlannedTarget, TargetFilePlan, TargetQuery } from "@/lib/protocol/targets";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { headBytes, kindOf } from "@/lib/server/spreadsheet/file-kind";
import { findFileRefusal } from "@/lib/server/spreadsheet/file-refused";
import { limitsOf } from "@/lib/server/spreadsheet/limits";
import { readRows } from "@/lib/server/spreadsheet/read-rows";
import { targetTexts } from "@/lib/text/desk-targets";
import { reportIndicatorNames } from "@/lib/text/report-indicators";
import { findFileUnit } from "./find-file-unit";
import { cellKey, readRuleBases, readSpoken } from "./target-cells";
import { findTargetPath } from "./target-unit";

/** More than any province has units. */
const mostRows = 5_000;
const mostUnpacked = 32 * 1024 * 1024;
const mostCells = 200_000;
const shownProblems = 200;

/** What a file would change; nothing is written. Whoever sees no targets of the unit hears of nothing. */
export async function planTargetFile(
  actor: Actor, { unit, year }: TargetQuery, readFile: () => Promise<Result<Uint8Array, RefusalCode>>, now: string,
): Promise<Result<{ readonly plan: TargetFilePlan }, RefusalCode>> {
  const today = localDateOf(now);
  // Asked before the file is read: unpacking it is work that nobody else may cause.
  if (!(await withActor(actor, (tx) => findTargetPath(tx, actor, unit, today)))) return err("unknownOrForbidden");
  const bytes = await readFile();
  if (!bytes.ok) return bytes;
  const rows = await rowsOf(bytes.value);
  if (!rows.ok) return rows;
  const columns = findTargetColumns(rows.value.slice(0, headerSearchRows), reportIndicatorNames);
  if (!columns) return err("headerMissing");
  return withActor(actor, async (tx) => {
    const { cells, problems } = readTargetRows(rows.value, columns, await findFileUnit(tx, actor, year, today), { equalsMembers: wordsOf(targetTexts.rule.equalsMembers), perOrganisation: wordsOf(targetTexts.rule.perOrganisation) });
    return ok({ plan: { ...(await compare(tx, cells, year, now)), problems: problems.slice(0, shownProblems), problemCount: problems.length } });
  });
}

async function rowsOf(bytes: Uint8Array): Promise<Result<Row[], RefusalCode>> {
  const kind = kindOf(bytes.subarray(0, headBytes));
  if (!kind.ok) return kind;
  try {
    const rows: Row[] = [];
    for await (const slice of readRows(bytes, kind.value, { ...limitsOf[kind.value], rows: mostRows, unpackedBytes: mostUnpacked, cells: mostCells })) rows.push(...slice);
    return ok(rows);
  } catch (error) {
    const refusal = findFileRefusal(error);
    if (!refusal) throw error;
    return err(refusal);
  }
}

/** A number that is there already is no change, also where it followed its rule: the file did not say otherwise. */
async function compare(tx: Transaction, cells: readonly TargetCell[], year: number, now: string): Promise<Pick<TargetFilePlan, "changes" | "unchanged">> {
  const spoken = await readSpoken(tx, [...new Set(cells.map(({ unitId }) => unitId))], year);
  const basesOf = await readRuleBases(tx, cells.flatMap(({ unitId, wish }) => (isRule(wish) ? [unitId] : [])), localDateOf(now));
  const changes = cells.flatMap(({ unitId, unitName, indicator, wish }): PlannedTarget[] => {
    const before = spoken.get(cellKey(unitId, indicator));
    const value = isRule(wish) ? ruledValue(wish, basesOf(unitId)) : wish;
    if (before?.value === value && (!isRule(wish) || before.ruled)) return [];
    return [{ unitId, unitName, indicator, from: before?.value ?? null, to: wish, value }];
  });
  return { changes, unchanged: cells.length - changes.length };
}
