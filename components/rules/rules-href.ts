import type { EntryIndicator } from "@/lib/domain/report/indicator";
import type { RuleName } from "@/lib/domain/rules/rule-change";

export const rulesHref = "/desk/rules";

export function changeHref(rule: RuleName, indicator?: EntryIndicator): string {
  return `${rulesHref}?${new URLSearchParams({ change: rule, ...(indicator ? { indicator } : {}) })}`;
}

export function undoHref(id: string): string {
  return `${rulesHref}?${new URLSearchParams({ undo: id })}`;
}
