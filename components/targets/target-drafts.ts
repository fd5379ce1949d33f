import type { RefusalCode } from "@/lib/domain/refusal";
import { reportIndicators, type ReportIndicator } from "@/lib/domain/report/report-table";
import { ok, type Result } from "@/lib/domain/result";
import { isRule, readTarget, ruledValue, type TargetRule } from "@/lib/domain/targets/target-value";
import type { TargetChange, TargetRow, TargetWish } from "@/lib/protocol/targets";
import { formatCount } from "@/lib/text/moment";

/** What somebody typed into a cell, or that it is to follow its rule; `seen` is what it said before. */
export type Draft = { readonly text: string | TargetRule; readonly seen: number | null };
export type RowDrafts = Readonly<Partial<Record<ReportIndicator, Draft>>>;
export type Drafts = Readonly<Record<string, RowDrafts>>;

export type CellState = {
  readonly text: string;
  readonly isChanged: boolean;
  readonly isRuled: boolean;
  readonly problem?: RefusalCode;
  /** Somebody else set this meanwhile. */
  readonly now?: number | null;
};

export function savedText(value: number | undefined): string {
  return value === undefined ? "" : formatCount(value);
}

/** How a cell stands: what was typed over what is set. What says the same as what is set is no change. */
export function cellState(row: TargetRow, indicator: ReportIndicator, draft: Draft | undefined): CellState {
  const saved = row.targets[indicator];
  const wish = draft && readDraft(draft, indicator);
  if (!draft || !wish || (wish.ok && isSaid(row, indicator, wish.value))) return { text: savedText(saved?.value), isChanged: false, isRuled: saved?.ruled ?? false };
  const rule = isRule(draft.text) ? draft.text : undefined;
  const now = saved?.value ?? null;
  return {
    text: rule ? formatCount(ruledValue(rule, row)) : draft.text, isChanged: true, isRuled: rule !== undefined,
    ...(wish.ok ? {} : { problem: wish.error }),
    ...(now === draft.seen ? {} : { now }),
  };
}

export function withDraft(drafts: Drafts, row: TargetRow, indicator: ReportIndicator, text: Draft["text"]): Drafts {
  const before = drafts[row.id]?.[indicator];
  const seen = before && cellState(row, indicator, before).isChanged ? before.seen : (row.targets[indicator]?.value ?? null);
  return { ...drafts, [row.id]: { ...drafts[row.id], [indicator]: { text, seen } } };
}

export function withoutDraft(drafts: Drafts, row: TargetRow, indicator: ReportIndicator): Drafts {
  const { [indicator]: _dropped, ...rest } = drafts[row.id] ?? {};
  return { ...drafts, [row.id]: rest };
}

/** What would be sent, and how many cells can't be. */
export function changesIn(rows: readonly TargetRow[], drafts: Drafts): { changes: TargetChange[]; wrongCount: number } {
  const changes: TargetChange[] = [];
  let wrongCount = 0;
  for (const row of rows) {
    for (const indicator of reportIndicators) {
      const draft = drafts[row.id]?.[indicator];
      if (!draft || !cellState(row, indicator, draft).isChanged) continue;
      const wish = readDraft(draft, indicator);
      if (wish.ok) changes.push({ unitId: row.id, indicator, to: wish.value, expected: row.targets[indicator]?.value ?? null });
      else wrongCount += 1;
    }
  }
  return { changes, wrongCount };
}

/** What a cell comes to with what was typed; undefined for none. */
export function valueIn(row: TargetRow, indicator: ReportIndicator, draft: Draft | undefined): number | undefined {
  const wish = draft && readDraft(draft, indicator);
  if (!wish?.ok) return row.targets[indicator]?.value;
  return isRule(wish.value) ? ruledValue(wish.value, row) : (wish.value ?? undefined);
}

function readDraft({ text }: Draft, indicator: ReportIndicator): Result<TargetWish, RefusalCode> {
  if (isRule(text)) return ok(text);
  const read = readTarget(text, indicator);
  return read.ok ? ok(read.value ?? null) : read;
}

function isSaid(row: TargetRow, indicator: ReportIndicator, wish: TargetWish): boolean {
  const saved = row.targets[indicator];
  return isRule(wish) ? saved?.ruled === true && saved.value === ruledValue(wish, row) : (saved?.value ?? null) === wish;
}
