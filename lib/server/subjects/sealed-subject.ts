import "server-only";
import type { EntryContent } from "@/lib/domain/entry/entry-content";
import { makeKey, openJson, sealJson, unwrapKey, type WrappedKey } from "@/lib/server/crypto/sealed";
import { joinContent, PersonalData, type PlainContent } from "./personal-data";

/**
 * A row of the table `subject` as far as opening it needs. Every entry has a subject row of its own, with
 * an id that the server makes: the id inside the sealed document is the phone's and never trusted, or
 * naming another's subject would be a way to read it. The same person is found again by `number_hash`.
 */
export type SealedSubject = WrappedKey & { readonly id: string; readonly sealed: Uint8Array };

/** @param key an existing one, so that an amendment keeps notes readable; a new one is drawn otherwise */
export function sealSubject(id: string, personal: PersonalData, existing?: WrappedKey): SealedSubject {
  const { key, wrappedKey, keyVersion } = existing ? { ...existing, key: unwrapKey(id, existing) } : makeKey(id);
  return { id, wrappedKey, keyVersion, sealed: sealJson(key, id, "subject", personal) };
}

/** The citizen's data. Whoever shows it to a person writes that down in the access log. */
export function openSubject(subject: SealedSubject): PersonalData {
  return PersonalData.parse(openJson(unwrapKey(subject.id, subject), subject.id, "subject", subject.sealed));
}

/** The whole entry from its row and its subject's row. */
export function openContent(plain: PlainContent, subject: SealedSubject): EntryContent {
  return joinContent(plain, openSubject(subject));
}

/** A reviewer's note may name the citizen, so it rests under the citizen's key. */
export function sealNote(subjectId: string, wrapped: WrappedKey, note: string): Buffer {
  return sealJson(unwrapKey(subjectId, wrapped), subjectId, "note", note);
}

export function openNote(subjectId: string, wrapped: WrappedKey, sealed: Uint8Array): string {
  return String(openJson(unwrapKey(subjectId, wrapped), subjectId, "note", sealed));
}
