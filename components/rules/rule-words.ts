import type { RuleState } from "@/lib/domain/rules/rule-change";
import type { Span } from "@/lib/domain/rules/spans";
import { formatDate, type LocalDate } from "@/lib/domain/time/local-date";
import type { EvidenceSource } from "@/lib/domain/report/standing";
import { ruleTexts } from "@/lib/text/desk-rules";
import { indicatorNames } from "@/lib/text/outcomes";

/** The rule's name; of an indicator with its name. */
export function nameOfRule(state: Pick<RuleState, "rule"> & { readonly indicator?: keyof typeof indicatorNames }): string {
  const name = ruleTexts.names[state.rule];
  return state.indicator ? `${indicatorNames[state.indicator].short}: ${name.toLowerCase()}` : name;
}

/** Who confirms, day range by day range. */
export function evidenceWords(spans: readonly Span<EvidenceSource>[]): string[] {
  return spans.map(({ from, value }, index) => {
    const next = spans[index + 1];
    if (spans.length === 1) return ruleTexts.always(ruleTexts.sources[value]);
    return next && index === 0 ? ruleTexts.until(formatDate(next.from), ruleTexts.sources[value]) : ruleTexts.from(formatDate(from), ruleTexts.sources[value]);
  });
}

export function windowWords(spans: readonly Span<LocalDate>[]): string[] {
  return [...new Set(spans.map(({ value }) => ruleTexts.windowFrom(formatDate(value))))];
}

/** What a rule says, short: for before and after. */
export function wordsOf(state: RuleState, unitNames: ReadonlyMap<string, string>): string {
  switch (state.rule) {
    case "schemeStart": return formatDate(state.date);
    case "futureTolerance": return ruleTexts.daysValue(state.days);
    case "unitsNotAllowed": return state.unitIds.map((id) => unitNames.get(id) ?? "").join(", ") || ruleTexts.none;
    case "windowFrom": return windowWords(state.spans).join("; ");
    case "evidence": return evidenceWords(state.spans).join("; ");
  }
}
