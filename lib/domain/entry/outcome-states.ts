import { classifyOutcomes, type ClassificationInput } from "../report/classify-outcomes";
import type { OutcomeState } from "./entry";
import type { HelpSession } from "./help-session";
import { isPersonOutcome, type Outcome } from "./outcome";

/** Keyed digest of a key of evidence; the same text gives the same digest within a deployment. */
export type DigestKey = (scope: "personalNumber" | "dossierCode", text: string) => string;

/**
 * The outcomes of a session as decisions see them. An outcome keeps its id through amendments; a changed
 * key makes the next revision.
 */
export function outcomeStatesOf(
  session: HelpSession,
  previous: readonly OutcomeState[],
  input: ClassificationInput & { readonly digestKey: DigestKey },
): OutcomeState[] {
  const classifications = classifyOutcomes(session, input);
  return session.outcomes.map((outcome, index) => {
    const before = previous.find((candidate) => candidate.id === outcome.id);
    const keyDigest = digestOf(outcome, session, input.digestKey);
    const sameKey = before?.kind === outcome.kind && before.keyDigest === keyDigest;
    return {
      id: outcome.id,
      kind: outcome.kind,
      revision: before ? before.revision + (sameKey ? 0 : 1) : 1,
      ...(keyDigest === undefined ? {} : { keyDigest }),
      ...(classifications[index] ?? { indicators: [] }),
    };
  });
}

function digestOf(outcome: Outcome, { subject }: HelpSession, digestKey: DigestKey): string | undefined {
  if (outcome.kind === "dossierSubmitted") return outcome.dossierCode && digestKey("dossierCode", outcome.dossierCode);
  if (!isPersonOutcome(outcome.kind) || subject.kind !== "person") return undefined;
  return subject.personalNumber && digestKey("personalNumber", subject.personalNumber);
}
