import type { ClosedEntry } from "@/components/phone/form/closed-form";
import type { EntryDetail } from "@/lib/phone/entries/entry-on-phone";
import type { Phone } from "@/lib/phone/phone";
import type { Briefing } from "@/lib/protocol/briefing";
import type { ReviewNotice } from "@/lib/protocol/changes";
import { Draft, draftOfSession, emptyDraft } from "./draft";
import { readLastUsed, type LastUsed } from "./last-used";

/** What the address asks for: a kept draft, an entry to amend, an earlier entry's person again, or help at a door. */
export type RecordQuery = {
  readonly draft: string | null;
  readonly entry: string | null;
  readonly person: string | null;
  readonly household?: string | null;
  /** The visit that the help at the door followed: who was met is who is helped, until somebody says otherwise. */
  readonly visit?: string | null;
  /** Of the entry to amend, the outcome whose code the register's similar one takes the place of, until somebody saves it. */
  readonly proposed?: string | null;
};

export type LoadedForm = {
  readonly draftKey: string;
  readonly draft: Draft;
  readonly lastUsed: LastUsed;
  /** Why the leader sent the entry back, while it is amended. */
  readonly review?: ReviewNotice | undefined;
};

export async function loadForm(phone: Phone, query: RecordQuery): Promise<LoadedForm | ClosedEntry> {
  const lastUsed = await readLastUsed(phone);
  const draftKey = keyOf(query, phone);
  const kept = await readDraft(phone, draftKey);
  const entryId = kept?.entryId ?? query.entry ?? undefined;
  if (!entryId) return { draftKey, lastUsed, draft: kept ?? (await freshDraft(phone, lastUsed, query)) };
  const detail = await phone.openEntry(entryId);
  if (!detail?.mayAmend || detail.content?.kind !== "helpSession") return { closedEntry: entryId, draftKey, typed: kept !== undefined };
  const draft = kept ?? { ...draftOfSession(detail.content, detail.unitId), entryId };
  return { draftKey, lastUsed, draft: withProposedCode(draft, detail, query.proposed), review: detail.review };
}

function withProposedCode(draft: Draft, { outcomes }: EntryDetail, asked: string | null | undefined): Draft {
  const dossierCode = outcomes.find(({ id }) => id === asked)?.proposedCode;
  if (!dossierCode) return draft;
  return { ...draft, outcomes: draft.outcomes.map((outcome) => (outcome.id === asked ? { ...outcome, dossierCode } : outcome)) };
}

/** A draft of another version of the form that can't be read counts as absent. */
async function readDraft(phone: Phone, key: string): Promise<Draft | undefined> {
  const read = Draft.safeParse(await phone.drafts.load(key));
  return read.success ? read.data : undefined;
}

function keyOf({ draft, entry }: RecordQuery, phone: Phone): string {
  return `record:${draft ?? (entry ? `amend-${entry}` : phone.newId())}`;
}

async function freshDraft(phone: Phone, lastUsed: LastUsed, { person: personOf, household, visit }: RecordQuery): Promise<Draft> {
  const { units, places } = phone.person.getSnapshot().briefing;
  const unit = units.find(({ id }) => id === lastUsed.unitId) ?? units[0];
  const place = lastUsed.place ?? usualPlace(places, unit);
  const fresh = emptyDraft({ subjectId: phone.newId(), unitId: unit?.id ?? "", now: phone.now(), place });
  if (household) return { ...fresh, place: { kind: "home", name: "" }, householdId: household, subject: { ...fresh.subject, ...(await metAt(phone, visit)) } };
  const earlier = personOf ? await phone.openEntry(personOf) : undefined;
  if (earlier?.content?.kind !== "helpSession") return fresh;
  const { subject, consent, ...again } = draftOfSession(earlier.content, earlier.unitId);
  return { ...fresh, step: 1, unitId: again.unitId, place: again.place, consent, subject: { ...subject, id: fresh.subject.id } };
}

/** The head of the household, as it was said at the door a moment ago. */
async function metAt(phone: Phone, visit: string | null | undefined): Promise<Partial<Draft["subject"]>> {
  const content = visit ? (await phone.openEntry(visit))?.content : undefined;
  if (content?.kind !== "householdVisit") return {};
  const { head = "", address = "" } = content.household;
  return { name: head, address };
}

/** Nobody has chosen a place yet: the unit's counter, when it has just one. */
function usualPlace(places: Briefing["places"], unit: Briefing["units"][number] | undefined): Draft["place"] {
  const counters = places.filter(({ kind, unitId }) => kind === "counter" && unit?.path.includes(unitId));
  return { kind: "counter", name: counters.length === 1 ? counters[0]!.name : "" };
}
