import { findDossierCode } from "../dossier/dossier-code";
import type { EntryContent } from "../entry/entry-content";
import { describePersonalNumber } from "../identity/personal-number";
import type { ReviewReason } from "./lifecycle";

/** What was recorded beside what says otherwise, both in full. */
export type ReviewProof = {
  /** Who says otherwise: the leader's note names another dossier code; the personal number holds a year of birth. */
  readonly by: "note" | "personalNumber";
  readonly recorded: string;
  readonly said: string;
};

type Said = { readonly reason?: ReviewReason | undefined; readonly field?: string | undefined; readonly note?: string | undefined };

/** The proof behind what came back, where there is one to show. Undefined where both say the same. */
export function reviewProofOf(content: EntryContent, { reason, field, note }: Said): ReviewProof | undefined {
  if (content.kind !== "helpSession") return undefined;
  const { subject, outcomes } = content;
  if (reason === "identityMismatch" && subject.kind === "person" && subject.personalNumber && subject.birth) {
    const [recorded, said] = [String(subject.birth.year), String(describePersonalNumber(subject.personalNumber).birthYear)];
    if (recorded !== said) return { by: "personalNumber", recorded, said };
  }
  const named = note === undefined ? undefined : findDossierCode(note);
  if (!named?.ok) return undefined;
  const codes = outcomes.map((outcome) => (outcome.kind === "dossierSubmitted" ? outcome.dossierCode : undefined));
  const recorded = codes[Number(/^outcomes\.(\d+)\./.exec(field ?? "")?.[1] ?? codes.findIndex((code) => code !== undefined))];
  return recorded && !codes.includes(named.value) ? { by: "note", recorded, said: named.value } : undefined;
}
