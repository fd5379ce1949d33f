import * as z from "zod/mini";
import { checkEntry, checkHappenedAt } from "@/lib/domain/entry/check-entry";
import { audiences, eventTypes, OutreachEvent } from "@/lib/domain/entry/outreach-event";
import type { Refusal } from "@/lib/domain/refusal";
import { refusalsOf } from "@/lib/domain/refusals-of";
import { err, ok, type Result } from "@/lib/domain/result";
import { cleanText } from "@/lib/domain/text/clean-text";
import { ScannedCards, type ScannedCard } from "./scanned-cards";

/** The form as it is typed: text where the event has numbers, so that nothing typed is ever lost. */
export const EventDraft = z.object({
  /** Set when an existing entry is amended. */
  entryId: z.optional(z.string()),
  outcomeId: z.string(),
  unitId: z.string(),
  happenedAt: z.string(),
  type: z.enum([...eventTypes, ""]),
  title: z.string(),
  placeName: z.string(),
  audience: z.enum([...audiences, ""]),
  method: z.enum(["count", "scan"]),
  youth: z.string(),
  others: z.string(),
  scanned: ScannedCards,
});
export type EventDraft = Readonly<z.infer<typeof EventDraft>>;

type Start = { readonly newId: () => string; readonly unitId: string; readonly now: string };

export function emptyEventDraft({ newId, unitId, now }: Start): EventDraft {
  return {
    outcomeId: newId(), unitId, happenedAt: now, type: "", title: "", placeName: "", audience: "",
    method: "count", youth: "", others: "", scanned: { salt: newId(), cards: [] },
  };
}

/** The form of an event that exists, to amend it. Who attended is not known any more. */
export function draftOfEvent({ happenedAt, type, title, placeName, audience, attendance, outcomes }: OutreachEvent, unitId: string): EventDraft {
  return {
    outcomeId: outcomes[0]!.id, unitId, happenedAt, type, title, placeName, audience,
    method: attendance.method, youth: String(attendance.youth), others: String(attendance.others), scanned: { salt: "", cards: [] },
  };
}

/** The event that a form stands for, or everything that keeps it from being one, each at its field. */
export function eventOfDraft(draft: EventDraft, now: string): Result<OutreachEvent, readonly Refusal[]> {
  const shape = {
    kind: "outreachEvent",
    happenedAt: draft.happenedAt,
    type: draft.type || undefined,
    title: cleanText(draft.title),
    placeName: cleanText(draft.placeName),
    audience: draft.audience || undefined,
    attendance: { method: draft.method, youth: numberOf(draft.youth), others: numberOf(draft.others) },
    outcomes: [{ id: draft.outcomeId, kind: "eventHeld" }],
  };
  const parsed = OutreachEvent.safeParse(shape);
  if (!parsed.success) return err(refusalsOf(parsed.error, shape));
  const problems = [...checkEntry(parsed.data), ...checkHappenedAt(parsed.data, now)];
  return problems.length > 0 ? err(problems) : ok(parsed.data);
}

/** One more or fewer, never fewer than nobody. */
export function stepped(count: string, by: number): string {
  return String(Math.max(0, (numberOf(count) || 0) + by));
}

/** Counts a card once, also where it is read twice at the same moment. */
export function withAttendant(draft: EventDraft, card: ScannedCard): Partial<EventDraft> {
  const { cards, salt } = draft.scanned;
  if (cards.some(({ digest }) => digest === card.digest)) return {};
  const group = card.youth ? "youth" : "others";
  return { method: "scan", [group]: stepped(draft[group], 1), scanned: { salt, cards: [...cards, card] } };
}

/** Whether there is nothing worth keeping. */
export function isUntouchedEvent(draft: EventDraft): boolean {
  const typed = [draft.type, draft.title, draft.placeName, draft.audience, draft.youth, draft.others];
  return typed.every((text) => text === "") && draft.scanned.cards.length === 0;
}

/** Nothing typed is nobody; what is no number stays wrong. */
function numberOf(text: string): number {
  const digits = text.replace(/[\s.]/g, "");
  return /^\d*$/.test(digits) ? Number(digits) : Number.NaN;
}
