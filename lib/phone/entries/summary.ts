import { duplicateKeysOf } from "../../domain/entry/duplicates";
import type { EntryState } from "../../domain/entry/entry";
import type { EntryContent } from "../../domain/entry/entry-content";
import type { HouseholdVisit } from "../../domain/entry/household-visit";
import { titleOfEntry } from "../../domain/entry/entry-title";
import type { OutcomeKind } from "../../domain/entry/outcome";
import type { Refusal, RefusalCode } from "../../domain/refusal";
import type { EntryIndicator } from "../../domain/report/indicator";
import { isDecidedAgainst, type ReviewAction } from "../../domain/review/lifecycle";
import type { Instant } from "../../domain/time/local-date";
import { foldText } from "../../domain/text/fold";
import type { ReviewNotice } from "../../protocol/changes";
import type { Attention, EntrySummary, VisitSummary } from "./entry-on-phone";
import { askedCodeField, outcomesWithEvidence } from "./evidence";
import { isRefused, isWaiting, type EntryDocument, type ServerEntry, type Unsent } from "./entry-document";

/** What the list shows of an entry. Never `sending`: whether a request is under way is not stored. */
export type StoredSummary = EntrySummary & { readonly sync: "saved" | "received" | "attention" };

export function summaryOf(document: EntryDocument, unsent: Unsent): StoredSummary {
  const { state, server, content } = document;
  const shown = unsent.some(isRefused) && server ? server.state : state;
  const attention = attentionOf(document, shown, unsent);
  return {
    id: state.id,
    kind: state.kind,
    happenedAt: shown.happenedAt,
    happenedOn: shown.happenedOn,
    ...describe(content, server?.receivedAt),
    outcomeKinds: shown.outcomes.map(({ kind }): OutcomeKind => kind),
    sync: attention ? "attention" : unsent.some(isWaiting) ? "saved" : "received",
    status: shown.status,
    ...(server ? { receipt: server.receipt } : {}),
    ...(attention ? { attention } : {}),
    ...(!attention && isAsked(shown, server) ? { asked: true } : {}),
    ...countsOf(shown),
    ...evidenceIn(shown, document),
  };
}

function evidenceIn(state: EntryState, document: EntryDocument): Pick<EntrySummary, "evidence"> {
  const evidence = outcomesWithEvidence(state, document).flatMap(({ kind, standing, matched, quantity }) =>
    standing ? { outcome: kind, standing, ...(matched ? { matched: matched as EntryIndicator[] } : {}), ...(quantity === undefined ? {} : { quantity }) } : [],
  );
  return evidence.length > 0 ? { evidence } : {};
}

function countsOf({ outcomes }: EntryState): Pick<EntrySummary, "counts"> {
  const counts: Partial<Record<EntryIndicator, number>> = {};
  for (const { indicators, quantity = 1 } of outcomes) for (const indicator of indicators) counts[indicator] = (counts[indicator] ?? 0) + quantity;
  return Object.keys(counts).length > 0 ? { counts } : {};
}

/** What came back went to the leader again as it is, by the author's note, and is not decided yet. */
export function isAsked({ status, lastReview }: EntryState, server: ServerEntry | undefined): boolean {
  return status === "submitted" && (lastReview ?? server?.review)?.action === "answer";
}

function describe(content: EntryContent | undefined, receivedAt: string | undefined) {
  if (!content) return { title: "", searchText: "" };
  const title = titleOfEntry(content);
  const keys = duplicateKeysOf(content);
  const named = { title, searchText: foldText(title), ...(keys.length > 0 ? { keys } : {}) };
  if (content.kind === "householdVisit") return { ...named, visit: visitOf(content, receivedAt) };
  if (content.kind !== "helpSession") return named;
  const { subject, outcomes } = content;
  const service = outcomes.find((outcome) => outcome.kind === "dossierSubmitted")?.service;
  const number = subject.kind === "person" ? subject.personalNumber : undefined;
  return { ...named, ...(number ? { lastFour: number.slice(-4) } : {}), ...(service ? { service } : {}) };
}

function visitOf({ household, result, comeBackOn }: HouseholdVisit, receivedAt: string | undefined): VisitSummary {
  return { household, result, ...(comeBackOn ? { comeBackOn } : {}), ...(receivedAt ? { receivedAt } : {}) };
}

/** A change that is on its way answers what came back; one that was refused needs its author again. */
function attentionOf(document: EntryDocument, shown: EntryState, unsent: Unsent): Attention | undefined {
  const { server } = document;
  const refused = unsent.find(isRefused);
  if (refused) return refusedAttention(refused.refusal ?? { code: "malformed" });
  if (!server || unsent.some(isWaiting)) return undefined;
  const { status, version } = server.state;
  if (status === "returned") return { kind: "returned", review: reviewOf(server, "return") };
  if (!isDecidedAgainst(status)) return codeAttention(askedCodeField(shown, document));
  if (document.decisionSeen === version || document.erased) return undefined;
  return { kind: "decidedAgainst", status, review: reviewOf(server, status === "refused" ? "refuse" : "overturn") };
}

/** Older servers may say no more than that it was decided. */
function reviewOf({ review, receivedAt }: ServerEntry, action: ReviewAction): ReviewNotice {
  return review ?? { action, at: receivedAt as Instant, reviewerName: "" };
}

function codeAttention(field: string | undefined): Attention | undefined {
  return field === undefined ? undefined : { kind: "proposedCode", field };
}

function refusedAttention(refusal: Refusal): Attention {
  return meanwhile.has(refusal.code) ? { kind: "conflict" } : { kind: "refused", refusal };
}

/** Somebody else, or the same person on another phone, was faster. */
const meanwhile: ReadonlySet<RefusalCode> = new Set([
  "versionConflict",
  "notAllowedInThisState",
  "alreadyRecorded",
  "contentConflict",
]);
