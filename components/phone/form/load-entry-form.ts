import type * as z from "zod/mini";
import type { EntryContent } from "@/lib/domain/entry/entry-content";
import type { EntryKind } from "@/lib/domain/entry/entry";
import type { Phone } from "@/lib/phone/phone";
import type { ReviewNotice } from "@/lib/protocol/changes";
import type { ClosedEntry } from "./closed-form";

/** What every draft of a form on one screen holds besides its fields. */
export type EntryDraft = { readonly entryId?: string | undefined; readonly unitId: string };

export type LoadedEntryForm<Draft> = {
  readonly draftKey: string;
  readonly draft: Draft;
  /** Why the leader sent the entry back, while it is amended. */
  readonly review?: ReviewNotice | undefined;
};

type FormOfKind<Kind extends EntryKind, Draft> = {
  readonly kind: Kind;
  readonly schema: z.ZodMiniType<Draft>;
  readonly fresh: () => Promise<Draft>;
  readonly draftOf: (content: Extract<EntryContent, { kind: Kind }>, unitId: string) => Draft;
};

/** The kept draft if there is one, else an empty form or that of the entry to amend. There is one new draft of each kind. */
export async function loadEntryForm<Kind extends EntryKind, Draft extends EntryDraft>(
  phone: Phone,
  entryId: string | null,
  { kind, schema, fresh, draftOf }: FormOfKind<Kind, Draft>,
): Promise<LoadedEntryForm<Draft> | ClosedEntry> {
  const draftKey = `${kind}:${entryId ? `amend-${entryId}` : "new"}`;
  const read = schema.safeParse(await phone.drafts.load(draftKey));
  const kept = read.success ? read.data : undefined;
  if (!entryId) return { draftKey, draft: kept ?? (await fresh()) };
  const detail = await phone.openEntry(entryId);
  if (!detail?.mayAmend || !isOfKind(detail.content, kind)) return { closedEntry: entryId, draftKey, typed: kept !== undefined };
  return { draftKey, draft: kept ?? { ...draftOf(detail.content, detail.unitId), entryId }, review: detail.review };
}

function isOfKind<Kind extends EntryKind>(content: EntryContent | undefined, kind: Kind): content is Extract<EntryContent, { kind: Kind }> {
  return content?.kind === kind;
}
