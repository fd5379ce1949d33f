import { classifyOutcomes, type ClassificationInput } from "../report/classify-outcomes";
import { foldText } from "../text/fold";
import type { OutcomeState } from "./entry";
import type { EntryContent, EntryOutcome } from "./entry-content";

/** Keyed digest of a key of evidence; the same text gives the same digest within a deployment. */
export const digestScopes = ["personalNumber", "dossierCode", "household", "articleUrl"] as const;
export type DigestScope = (typeof digestScopes)[number];
export type DigestKey = (scope: DigestScope, text: string) => string;

/**
 * The outcomes of an entry as decisions see them. An outcome keeps its id through amendments; a changed
 * key makes the next revision.
 */
export function outcomeStatesOf(
  content: EntryContent,
  previous: readonly OutcomeState[],
  input: ClassificationInput & { readonly digestKey: DigestKey },
): OutcomeState[] {
  const classifications = classifyOutcomes(content, input);
  return content.outcomes.map((outcome, index) => {
    const before = previous.find((candidate) => candidate.id === outcome.id);
    const keyDigest = digestOf(outcome, content, input.digestKey);
    const sameKey = before?.kind === outcome.kind && before.keyDigest === keyDigest;
    return {
      id: outcome.id,
      kind: outcome.kind,
      revision: before ? before.revision + (sameKey ? 0 : 1) : 1,
      ...(keyDigest === undefined ? {} : { keyDigest }),
      ...(classifications[index] ?? { indicators: [] }),
      ...(content.kind === "outreachEvent" && content.attendance.youth !== 1 ? { quantity: content.attendance.youth } : {}),
    };
  });
}

/** What tells that two outcomes are the same thing, whoever recorded them. */
function digestOf(outcome: EntryOutcome, content: EntryContent, digestKey: DigestKey): string | undefined {
  switch (content.kind) {
    case "helpSession": {
      if (outcome.kind === "dossierSubmitted") return outcome.dossierCode && digestKey("dossierCode", outcome.dossierCode);
      const { subject } = content;
      if (outcome.kind === "guidanceGiven" || subject.kind !== "person") return undefined;
      return subject.personalNumber && digestKey("personalNumber", subject.personalNumber);
    }
    case "householdVisit": return householdKeyOf(content.household, digestKey);
    case "article": return digestKey("articleUrl", content.url);
    case "outreachEvent":
    case "shiftAttendance": return undefined;
  }
}

/** The same head in the same hamlet is possibly the same household, whoever entered it. */
export function householdKeyOf({ areaId, head }: { areaId: string; head?: string | undefined }, digestKey: DigestKey): string | undefined {
  return head && digestKey("household", `${areaId}|${foldText(head)}`);
}
