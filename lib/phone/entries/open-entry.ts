import type { EntryState } from "../../domain/entry/entry";
import { nextStatus } from "../../domain/review/lifecycle";
import { isRefused, isWaiting, type EntryDocument, type ServerEntry, type Unsent } from "./entry-document";
import type { EntryDetail } from "./entry-on-phone";
import { outcomesWithEvidence } from "./evidence";
import type { PersonalStorage } from "./personal-storage";
import { isAsked, summaryOf } from "./summary";

/** Everything about one own entry, decrypted for a screen. */
export async function openEntry(entryId: string, personal: PersonalStorage): Promise<EntryDetail | undefined> {
  const [row, commands] = await personal.storage.use((database) =>
    database.transaction("r", database.documents, database.outbox, () =>
      Promise.all([database.documents.get(entryId), database.outbox.where("entryId").equals(entryId).sortBy("sequence")]),
    ),
  );
  if (row?.ownerId !== personal.ownerId) return undefined;
  return detailOf(await personal.readDocument(row), commands.filter(({ ownerId }) => ownerId === personal.ownerId));
}

function detailOf(document: EntryDocument, commands: Unsent): EntryDetail {
  const { server, content, savedAt } = document;
  // After a refusal the next step is taken from where the server is.
  const { state } = commands.some(isRefused) && server ? server : document;
  const hasUnsent = commands.some((row) => isRefused(row) || isWaiting(row));
  const review = server?.review;
  return {
    summary: summaryOf(document, commands),
    unitId: state.unitId,
    version: state.version,
    ...(content ? { content } : {}),
    ...(document.erased ? { erased: true } : {}),
    ...(hasUnsent && server?.content ? { serverContent: server.content } : {}),
    ...(server ? { serverStatus: server.state.status, receivedAt: server.receivedAt } : {}),
    outcomes: outcomesWithEvidence(state, document),
    ...(savedAt ? { savedAt } : {}),
    ...(review ? { review } : {}),
    ...askedOf(state, server),
    mayAmend: content !== undefined && nextStatus(state.status, "amend") !== undefined,
    mayWithdraw: nextStatus(state.status, "withdraw") !== undefined,
    mayAnswer: nextStatus(state.status, "answer") !== undefined && review?.answered !== true,
    mayWithdrawConsent: content !== undefined && "consent" in content && nextStatus(state.status, "withdrawConsent") !== undefined,
  };
}

/** From the author's own step until the feed has told it back. */
function askedOf(state: EntryState, server: ServerEntry | undefined): Pick<EntryDetail, "asked"> {
  if (!isAsked(state, server)) return {};
  const { note } = state.lastReview ?? server?.review ?? {};
  return { asked: note ? { note } : {} };
}
