import { localDateOf } from "../time/local-date";
import type { EntryStatus } from "../review/lifecycle";
import type { EntryContent } from "./entry-content";
import type { HelpSession } from "./help-session";
import { isPersonOutcome } from "./outcome";

/**
 * What says that two entries on one phone may be the same: each text stands for one outcome of one person,
 * organisation, household, dossier or page. What may well happen twice (guidance, a paper dossier without a code)
 * is the same only within one day.
 */
export function duplicateKeysOf(content: EntryContent): string[] {
  switch (content.kind) {
    case "helpSession": return keysOfSession(content);
    case "householdVisit": return content.outcomes.map(({ kind }) => `${kind} ${content.household.id}`);
    case "article": return [duplicateKeyOfArticle(content.url)];
    case "outreachEvent":
    case "shiftAttendance": return [];
  }
}

/** @param code normalised, as `parseDossierCode` gives it */
export function duplicateKeyOfDossier(code: string): string {
  return `dossierSubmitted ${code}`;
}

/** @param url normalised, as `parseArticleUrl` gives it */
export function duplicateKeyOfArticle(url: string): string {
  return `articlePublished ${url}`;
}

type Recorded = { readonly id: string; readonly status: EntryStatus; readonly keys?: readonly string[] };

/**
 * The entries that may be the same as one with these keys, in the order given. What its author took back is none.
 * @param except the entry itself, while it is amended
 */
export function findDuplicates<Entry extends Recorded>(keys: readonly string[], entries: readonly Entry[], except?: string): Entry[] {
  if (keys.length === 0) return [];
  return entries.filter((entry) => entry.id !== except && entry.status !== "withdrawn" && entry.keys?.some((key) => keys.includes(key)));
}

function keysOfSession({ subject, outcomes, happenedAt }: HelpSession): string[] {
  const who = subject.kind === "person" ? (subject.personalNumber ?? subject.phone) : subject.taxCode;
  return outcomes.flatMap((outcome) => {
    if (outcome.kind === "dossierSubmitted" && outcome.dossierCode) return [duplicateKeyOfDossier(outcome.dossierCode)];
    if (who === undefined) return [];
    if (isPersonOutcome(outcome.kind)) return [`${outcome.kind} ${who}`];
    const service = "service" in outcome ? (outcome.service ?? "") : "";
    return [`${outcome.kind} ${who} ${service} ${localDateOf(happenedAt)}`];
  });
}
