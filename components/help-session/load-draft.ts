import type { Phone } from "@/lib/phone/phone";
import type { ReviewNotice } from "@/lib/protocol/changes";
import { draftOfSession, emptyDraft, type Draft } from "./draft";
import { readLastUsed, type LastUsed } from "./last-used";

/** What the address asks for: a kept draft, an entry to amend, or an earlier entry's person again. */
export type RecordQuery = {
  readonly draft: string | null;
  readonly entry: string | null;
  readonly person: string | null;
  readonly field: string | null;
};

export type LoadedForm = {
  readonly draftKey: string;
  readonly draft: Draft;
  readonly lastUsed: LastUsed;
  /** Why the leader sent the entry back, while it is amended. */
  readonly review?: ReviewNotice | undefined;
};

/** @returns undefined when the entry that is asked for can't be amended (any more) */
export async function loadForm(phone: Phone, query: RecordQuery): Promise<LoadedForm | undefined> {
  const lastUsed = await readLastUsed(phone);
  const draftKey = keyOf(query, phone);
  const kept = (await phone.drafts.load(draftKey)) as Draft | undefined;
  const entryId = kept?.entryId ?? query.entry ?? undefined;
  if (!entryId) return { draftKey, lastUsed, draft: kept ?? (await freshDraft(phone, lastUsed, query.person)) };
  const detail = await phone.openEntry(entryId);
  if (!detail?.mayAmend || !detail.content) return undefined;
  const draft = kept ?? { ...draftOfSession(detail.content, detail.unitId), entryId };
  return { draftKey, lastUsed, draft, review: detail.review };
}

function keyOf({ draft, entry }: RecordQuery, phone: Phone): string {
  return `record:${draft ?? (entry ? `amend-${entry}` : phone.newId())}`;
}

async function freshDraft(phone: Phone, lastUsed: LastUsed, personOf: string | null): Promise<Draft> {
  const [unit] = phone.person.getSnapshot().briefing.units;
  const fresh = emptyDraft({ subjectId: phone.newId(), unitId: unit?.id ?? "", now: phone.now(), place: lastUsed.place });
  const earlier = personOf ? await phone.openEntry(personOf) : undefined;
  if (!earlier?.content) return fresh;
  const again = draftOfSession(earlier.content, earlier.unitId);
  const { subject, consent, place } = again;
  return { ...fresh, step: 1, unitId: earlier.unitId, place, consent, subject: { ...subject, id: fresh.subject.id } };
}
