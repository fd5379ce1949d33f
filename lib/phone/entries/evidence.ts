import type { EntryState, OutcomeState } from "../../domain/entry/entry";
import { isDecidedAgainst } from "../../domain/review/lifecycle";
import type { ChangedEntry } from "../../protocol/changes";
import type { EntryDocument } from "./entry-document";
import type { OutcomeOnPhone } from "./entry-on-phone";

/** What the server said last of an outcome's evidence. Speaks only of the revision that it was said of. */
export type SaidOfOutcome = Pick<ChangedEntry["outcomes"][number], "revision" | "standing" | "since" | "reason" | "matched" | "proposedCode">;

/** By outcome id. */
export type Evidence = Readonly<Record<string, SaidOfOutcome>>;

export function evidenceOf({ outcomes }: ChangedEntry): Evidence {
  return Object.fromEntries(
    outcomes.map(({ id, revision, standing, since, reason, matched, proposedCode }) => [
      id,
      { revision, ...(standing ? { standing } : {}), ...(since ? { since } : {}), ...(reason ? { reason } : {}), ...(matched ? { matched } : {}), ...(proposedCode ? { proposedCode } : {}) },
    ]),
  );
}

/** Outcomes with the evidence that speaks of them as they are now; a code that its author stands by is not asked about again. */
export function outcomesWithEvidence({ outcomes }: EntryState, { server, codesKept }: EntryDocument): OutcomeOnPhone[] {
  return outcomes.map((outcome) => {
    const evidence = server?.evidence?.[outcome.id];
    if (evidence?.revision !== outcome.revision) return shown(outcome);
    const { standing, since, reason, matched, proposedCode } = evidence;
    return {
      ...shown(outcome),
      ...(standing ? { standing } : {}),
      ...(since ? { since } : {}),
      ...(reason ? { reason } : {}),
      ...(matched ? { matched } : {}),
      ...(proposedCode && codesKept?.[outcome.id] !== outcome.revision ? { proposedCode } : {}),
    };
  });
}

function shown({ id, kind, revision, notCounted, indicators, quantity }: OutcomeState): OutcomeOnPhone {
  return { id, kind, revision, indicators, ...(quantity === undefined ? {} : { quantity }), ...(notCounted ? { notCounted } : {}) };
}

/**
 * Path of the first code that is a question to its author. A leader who confirms meanwhile doesn't take it back: its
 * author says that the code is right, or tells the leader. Only of what can't count any more nothing is asked.
 */
export function askedCodeField(state: EntryState, document: EntryDocument): string | undefined {
  const { content } = document;
  if (content?.kind !== "helpSession" || state.status === "withdrawn" || isDecidedAgainst(state.status)) return undefined;
  const asked = outcomesWithEvidence(state, document).find(({ proposedCode }) => proposedCode !== undefined);
  const index = content.outcomes.findIndex(({ id }) => id === asked?.id);
  return asked && index >= 0 ? `outcomes.${index}.dossierCode` : undefined;
}
