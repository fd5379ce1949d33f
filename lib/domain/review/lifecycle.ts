/**
 * The one table of what may happen to an entry. The button on a screen and the 409 of the server both
 * read it.
 *
 *              ┌── amend ──┐
 *              ▼           │
 *   record → submitted ── return ──▶ returned ── withdraw ─▶ withdrawn
 *     │        │ │ └── refuse ─────▶ refused
 *     │        │ └──── confirm ────▶ confirmed ── overturn ▶ overturned
 *     │        │                        └─ reopen ▶ reopened (decided again like submitted)
 *     └▶ quarantined ── release ▶ submitted
 *
 * `undo` takes a reviewer's own last decision back within a short grace time. `answer` is the author's one note
 * back: right as it is, look again (returned → submitted). `withdrawConsent` ends every status: the citizen's data
 * is destroyed, and nothing of the entry counts any more. What a revoked phone brings leads to quarantine from
 * wherever its author could have taken the step, see `quarantine.ts`.
 */
export const entryStatuses = [
  "submitted",
  "returned",
  "confirmed",
  "refused",
  "withdrawn",
  "reopened",
  "overturned",
  "quarantined",
] as const;

export type EntryStatus = (typeof entryStatuses)[number];

export const reviewActions = ["confirm", "return", "refuse", "undo", "reopen", "overturn", "release"] as const;
export type ReviewAction = (typeof reviewActions)[number];

/** What stands in an entry's history of decisions: the reviewer's, and the author's one note back. */
export const reviewSteps = [...reviewActions, "answer"] as const;
export type ReviewStep = (typeof reviewSteps)[number];

export type EntryAction = "amend" | "withdraw" | "withdrawConsent" | ReviewStep;

export const lifecycle = {
  submitted: { amend: "submitted", withdraw: "withdrawn", confirm: "confirmed", return: "returned", refuse: "refused", withdrawConsent: "withdrawn" },
  returned: { amend: "submitted", withdraw: "withdrawn", answer: "submitted", undo: "submitted", withdrawConsent: "withdrawn" },
  confirmed: { reopen: "reopened", overturn: "overturned", undo: "submitted", withdrawConsent: "withdrawn" },
  refused: { undo: "submitted", withdrawConsent: "withdrawn" },
  withdrawn: { withdrawConsent: "withdrawn" },
  reopened: { amend: "submitted", withdraw: "withdrawn", confirm: "confirmed", return: "returned", refuse: "refused", withdrawConsent: "withdrawn" },
  overturned: { withdrawConsent: "withdrawn" },
  quarantined: { amend: "quarantined", withdraw: "withdrawn", release: "submitted", refuse: "refused", withdrawConsent: "withdrawn" },
} as const satisfies Record<EntryStatus, Partial<Record<EntryAction, EntryStatus>>>;

/** The status after `action`, or undefined where the table has no such step. */
export function nextStatus(status: EntryStatus, action: EntryAction): EntryStatus | undefined {
  const steps: Partial<Record<EntryAction, EntryStatus>> = lifecycle[status];
  return steps[action];
}

/** The leader said no, or an officer took the yes back: nothing of it counts, and its author can't change it. */
export function isDecidedAgainst(status: EntryStatus): status is "refused" | "overturned" {
  return status === "refused" || status === "overturned";
}

/** Seconds in which a reviewer may take an own decision back; screens show 60, the rest is the network's. */
export const undoGraceSeconds = 120;

/** Why an entry came back; each points the volunteer to a field (see `lib/text`). */
export const reviewReasons = [
  "wrongDossierCode",
  "identityMismatch",
  "wrongOutcome",
  "missingConsent",
  "likelyDuplicate",
  "wrongPlaceOrTime",
  "wrongAttendance",
  "wrongLink",
  "offTopic",
  "needsExplanation",
] as const;

export type ReviewReason = (typeof reviewReasons)[number];
