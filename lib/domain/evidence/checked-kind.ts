import type { OutcomeKind } from "../entry/outcome";

/** Outcomes of which people say whether they are true, and who: the police, or the officer above the recorder. */
export const checkerOf = {
  vneidActivated: "police",
  householdInformed: "police",
  articlePublished: "officer",
  eventHeld: "officer",
} as const satisfies Partial<Record<OutcomeKind, "police" | "officer">>;
export type CheckedKind = keyof typeof checkerOf;
export type Checker = (typeof checkerOf)[CheckedKind];

export const policeKinds = ["vneidActivated", "householdInformed"] as const satisfies readonly CheckedKind[];
export type PoliceKind = (typeof policeKinds)[number];
export const officerKinds = ["articlePublished", "eventHeld"] as const satisfies readonly CheckedKind[];
export type OfficerKind = (typeof officerKinds)[number];

/** Why an outcome is not what was recorded; a closed list, so that reasons can be counted. */
export const evidenceReasons = [
  "notActivated", "notFound", "wrongPerson", "noAccount", "unreachable", "otherTopic", "notOwn", "notHeld", "wrongAttendance", "other",
] as const;
export type EvidenceReason = (typeof evidenceReasons)[number];

/** The four that fit a kind, in the order of the keys 1–4. */
export const reasonsOf = {
  vneidActivated: ["notActivated", "notFound", "wrongPerson", "other"],
  householdInformed: ["noAccount", "notFound", "wrongPerson", "other"],
  articlePublished: ["unreachable", "otherTopic", "notOwn", "other"],
  eventHeld: ["notHeld", "wrongAttendance", "otherTopic", "other"],
} as const satisfies Record<CheckedKind, readonly [EvidenceReason, EvidenceReason, EvidenceReason, EvidenceReason]>;

export function isCheckedKind(kind: string): kind is CheckedKind {
  return kind in checkerOf;
}

export function isReasonOf(kind: CheckedKind, reason: string | undefined): reason is EvidenceReason {
  return (reasonsOf[kind] as readonly (string | undefined)[]).includes(reason);
}

export function isPoliceKind(kind: string): kind is PoliceKind {
  return (policeKinds as readonly string[]).includes(kind);
}
