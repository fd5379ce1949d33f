import { receivedOnOf } from "../dossier/dossier-code";
import { guardianBelowAge } from "../entry/consent";
import type { EntryContent, EntryOutcome } from "../entry/entry-content";
import type { Subject } from "../entry/subject";
import { ageOn } from "../identity/birth-date";
import type { NotCountedReason } from "../refusal";
import { addDays, type LocalDate } from "../time/local-date";
import type { IndicatorVersion, SchemeRules, EntryIndicator } from "./indicator";

export type Classification = {
  readonly indicators: readonly EntryIndicator[];
  /** Set when an outcome that could count for an indicator does not. */
  readonly notCounted?: NotCountedReason;
};

/** What a receipt may lie ahead where no rule says so (facts §3). */
export const clockToleranceDays = 1;

export type ClassificationInput = {
  /** The day the entry counts for. */
  readonly happenedOn: LocalDate;
  /** The day of whoever decides. */
  readonly today: LocalDate;
  readonly versions: readonly IndicatorVersion[];
  readonly rules: SchemeRules;
  /** Ids from the province down to the entry's unit on the day. */
  readonly unitPath: readonly string[];
};

/**
 * Which indicators each outcome of an entry stands for, and why not where it could have.
 * Says nothing of review or evidence: those decide the stage, see `contributions.ts`.
 * @returns one classification per outcome, in the entry's order
 */
export function classifyOutcomes(
  content: EntryContent,
  { happenedOn: day, today, versions, rules, unitPath }: ClassificationInput,
): Classification[] {
  const closedUnit = rules.unitsNotAllowed?.some((unitId) => unitPath.includes(unitId)) ?? false;
  const current = versions.filter((version) => version.validFrom <= day && (!version.validTo || day < version.validTo));
  const taken = new Set<EntryIndicator>();
  return content.outcomes.map((outcome: EntryOutcome) => {
    const verdicts = current
      .filter((version) => version.outcomeKinds.includes(outcome.kind))
      .map((version) => ({ version, reason: closedUnit ? "unitNotAllowed" as const : reasonNotToCount(outcome, content, version, { day, today, rules }) }));
    const indicators = verdicts
      .filter(({ version, reason }) => reason === undefined && !(version.oncePerSubject && taken.has(version.indicator)))
      .map(({ version }) => version.indicator);
    indicators.forEach((indicator) => taken.add(indicator));
    const reason = indicators.length > 0 ? undefined : verdicts.find((verdict) => verdict.reason !== "otherAge")?.reason;
    if (reason && reason !== "otherAge") return { indicators, notCounted: reason };
    return isBeforeScheme(outcome, day, { current, versions, rules }) ? { indicators, notCounted: "activityBeforeScheme" } : { indicators };
  });
}

/** No definition speaks for the day yet, but one does later: that is worth saying. */
function isBeforeScheme(
  { kind }: EntryOutcome,
  day: LocalDate,
  { current, versions, rules }: Pick<ClassificationInput, "versions" | "rules"> & { readonly current: readonly IndicatorVersion[] },
): boolean {
  return day < rules.schemeStart && current.length === 0 && versions.some(({ outcomeKinds }) => outcomeKinds.includes(kind));
}

/** `otherAge` is no reason to tell anyone: the outcome counts for the neighbouring indicator. */
function reasonNotToCount(
  outcome: EntryOutcome,
  content: EntryContent,
  version: IndicatorVersion,
  { day, today, rules }: { day: LocalDate; today: LocalDate; rules: SchemeRules },
): NotCountedReason | "otherAge" | undefined {
  if (outcome.kind === "dossierSubmitted") {
    if (version.onlineOnly && outcome.channel === "paper") return "dossierOnPaper";
    const receivedOn = outcome.dossierCode ? receivedOnOf(outcome.dossierCode) : day;
    if (receivedOn > addDays(today, rules.futureTolerance ?? clockToleranceDays)) return "dossierInFuture";
    if (receivedOn < rules.schemeStart) return "dossierBeforeScheme";
    return receivedOn < version.windowFrom ? "dossierBeforeTeams" : undefined;
  }
  if (day < version.windowFrom) return "activityBeforeScheme";
  if (content.kind === "householdVisit" && !content.hasAccount) return "noAccountInHousehold";
  return content.kind === "helpSession" ? reasonOfAge(content.subject, day, version) : undefined;
}

function reasonOfAge(
  subject: Subject,
  day: LocalDate,
  { ageFrom, ageThrough }: IndicatorVersion,
): NotCountedReason | "otherAge" | undefined {
  if (ageFrom === undefined && ageThrough === undefined) return undefined;
  if (subject.kind !== "person" || !subject.birth) return "ageUnknown";
  const { years } = ageOn(subject.birth, day);
  if (years < guardianBelowAge) return "underAge";
  return years < (ageFrom ?? 0) || years > (ageThrough ?? Infinity) ? "otherAge" : undefined;
}
