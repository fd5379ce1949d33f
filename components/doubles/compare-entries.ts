import { formatBirthDate } from "@/lib/domain/identity/birth-date";
import { foldText } from "@/lib/domain/text/fold";
import { formatDate } from "@/lib/domain/time/local-date";
import type { ReviewedEntry } from "@/lib/protocol/review-queue";
import { doubleTexts } from "@/lib/text/desk-doubles";
import { duplicateReasonNames, entryKindFacts, visitResultNames } from "@/lib/text/entry-kinds";
import { momentText } from "@/lib/text/moment";
import { outcomeNames, placeKindNames } from "@/lib/text/outcomes";

export type ComparedFact = { readonly label: string; readonly values: readonly [string, string]; readonly same: boolean };

const { facts } = doubleTexts;

/**
 * The facts of both entries line by line; a fact that neither has is left out. Accents and capitals make no
 * difference, because two people write the same name differently.
 */
export function compareEntries(first: ReviewedEntry, second: ReviewedEntry): ComparedFact[] {
  const [left, right] = [factsOf(first), factsOf(second)];
  const labels = [...new Set([...left.keys(), ...right.keys()])];
  return labels.flatMap((label) => {
    const values = [left.get(label) ?? "", right.get(label) ?? ""] as const;
    return values[0] || values[1] ? [{ label, values, same: foldText(values[0]) === foldText(values[1]) }] : [];
  });
}

function factsOf(entry: ReviewedEntry): Map<string, string> {
  const all: [string, string | undefined][] = [
    [entry.kind === "householdVisit" ? facts.head : facts.name, entry.title],
    ...subjectFacts(entry),
    ...contentFacts(entry),
    [facts.outcomes, entry.outcomes.map((outcome) => [outcomeNames[outcome.kind].short, outcome.dossierCode].filter(Boolean).join(" ")).join(", ")],
    [facts.when, momentText(entry.happenedAt)],
    [facts.place, entry.place && [placeKindNames[entry.place.kind], entry.place.name].filter(Boolean).join(", ")],
    [facts.unit, entry.unitName],
    [facts.author, entry.author.name],
    [facts.reason, entry.duplicateReason && duplicateReasonNames[entry.duplicateReason]],
    [facts.received, momentText(entry.receivedAt)],
  ];
  return new Map(all.flatMap(([label, value]) => (value ? [[label, value] as const] : [])));
}

function subjectFacts({ subject }: ReviewedEntry): [string, string | undefined][] {
  if (subject?.kind !== "person") return [];
  return [
    [facts.lastFour, subject.lastFour && `•••• •••• ${subject.lastFour}`],
    [facts.birth, subject.birth && formatBirthDate(subject.birth)],
    [facts.address, subject.address],
  ];
}

function contentFacts({ content }: ReviewedEntry): [string, string | undefined][] {
  const said = (answer: boolean | undefined) => (answer === undefined ? undefined : answer ? entryKindFacts.yes : entryKindFacts.no);
  if (content?.kind === "householdVisit") {
    return [
      [facts.address, content.household.address],
      [facts.result, visitResultNames[content.result]],
      [facts.hasAccount, said(content.hasAccount)],
      [facts.hasVneid, said(content.hasVneid)],
      [facts.reason, content.duplicateReason && duplicateReasonNames[content.duplicateReason]],
    ];
  }
  if (content?.kind === "article") {
    return [[facts.url, content.url], [facts.publisher, content.publisher], [facts.publishedOn, formatDate(content.publishedOn)]];
  }
  return [];
}
