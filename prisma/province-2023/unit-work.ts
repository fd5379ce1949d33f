import type { Command } from "../../lib/domain/command/command";
import type { Instant } from "../../lib/domain/time/local-date";
import { newId } from "../demo/new-id";
import { recordArticles, recordVisits } from "./outreach-work";
import type { MonthPlan, UnitPlan } from "./plan";
import { emptyPart, type BookPart, type DossierCoder } from "./register-book";
import { recordAccounts } from "./session-work";

/** What becomes of an entry after it was recorded. */
export type Ending = "confirmed" | "waiting" | "returned" | "refused" | "withdrawn";
export type Content = Extract<Command, { type: "recordEntry" }>["content"];
export type PlannedEntry = {
  readonly entryId: string;
  readonly happenedAt: Instant;
  readonly content: Content;
  readonly ending: Ending;
  /** What the officer says of an article. */
  readonly checked?: "confirmed" | "refused";
};

export type MonthWork = { readonly entries: PlannedEntry[]; readonly book: BookPart };

/** What a unit needs to invent its work; numbers go on from month to month. */
export type UnitContext = {
  readonly plan: UnitPlan;
  /** Place in the annex: makes links and offices the unit's own. */
  readonly index: number;
  readonly services: readonly { readonly slug: string; readonly name: string }[];
  readonly hamlets: readonly string[];
  readonly nextDossierCode: DossierCoder;
  /** The places that its members have in their pool. */
  readonly firstMember: number;
  readonly people: PeopleCounter;
  readonly counters: { youth: number; households: number; articles: number };
};

/** How many people of a pool were met in the whole province. */
export type PeopleCounter = { youth: number; citizen: number };

/** A month of a unit, in the order of time, with what the register will say of it. */
export function inventMonth(context: UnitContext, month: MonthPlan): MonthWork {
  const work: MonthWork = { entries: [], book: emptyPart() };
  recordAccounts(context, month, work);
  recordVisits(context, month, work);
  recordArticles(context, month, work);
  work.entries.sort((a, b) => (a.happenedAt < b.happenedAt ? -1 : a.happenedAt > b.happenedAt ? 1 : 0));
  return work;
}

export function plannedEntry(content: Content, ending: Ending, checked?: "confirmed" | "refused"): PlannedEntry {
  return { entryId: newId(), happenedAt: content.happenedAt, content, ending, ...(checked ? { checked } : {}) };
}

export function consentAt(givenAt: Instant) {
  return { noticeVersion: 1, purposes: ["record" as const, "verify" as const], method: "readAloud" as const, givenAt };
}
