import type { EntryContent } from "@/lib/domain/entry/entry-content";

/**
 * What people were told, kept apart from everything under test. Each content that was entered for an entry
 * (and each withdrawal) is a mark. A mark is live until somebody who saw it put something else in its place:
 * at the end exactly the live one has to be on the server.
 */
export type Ledger = {
  readonly told: ReadonlyMap<string, Told>;
  readonly violations: string[];
  /** "Đã lưu": the phone answered that the session is saved. */
  saved(authorId: string, entryId: string, content: EntryContent, phone: string): void;
  /** The app died while saving: afterwards the session is there or not. */
  maybeSaved(authorId: string, content: EntryContent, phone: string): void;
  /** Saved over what its author saw. */
  amended(entryId: string, content: EntryContent, phone: string, over: readonly (EntryContent | undefined)[]): void;
  withdrawn(entryId: string, phone: string, over: readonly (EntryContent | undefined)[]): void;
  /** A change was given up in favour of what the server holds. */
  kept(entryId: string, phone: string, shown: string | undefined): void;
  removed(entryId: string): void;
  /** An entry that a phone shows: of this author, and entered by somebody. */
  seen(authorId: string, entryId: string, content: EntryContent | undefined): void;
  /** Something else was entered on this phone, and nobody has replaced it. */
  hides(entryId: string, phone: string, shown: EntryContent): boolean;
};

export type Told = {
  readonly authorId: string;
  readonly contents: Map<string, EntryContent>;
  /** Mark → phone on which it was made. */
  readonly live: Map<string, string>;
  readonly replaced: Set<string>;
  isRemoved: boolean;
};

export const withdrawal = "withdrawn";

export function markOf(content: EntryContent): string {
  return content.happenedAt;
}

export function createLedger(): Ledger {
  const told = new Map<string, Told>();
  const unsure = new Map<string, { readonly authorId: string; readonly phone: string }>();
  const violations: string[] = [];

  const put = (entryId: string, mark: string, phone: string, over: readonly (EntryContent | undefined)[]) => {
    const { live, replaced } = told.get(entryId)!;
    const gone = [...[...live].flatMap(([own, by]) => (by === phone ? [own] : [])), ...over.flatMap((content) => (content ? [markOf(content)] : []))];
    for (const one of gone) {
      live.delete(one);
      replaced.add(one);
    }
    if (!replaced.has(mark)) live.set(mark, phone);
  };
  const saved: Ledger["saved"] = (authorId, entryId, content, phone) => {
    const mark = markOf(content);
    told.set(entryId, {
      authorId, contents: new Map([[mark, content]]), live: new Map([[mark, phone]]), replaced: new Set(), isRemoved: false,
    });
  };
  return {
    told,
    violations,
    saved,
    maybeSaved: (authorId, content, phone) => void unsure.set(markOf(content), { authorId, phone }),
    amended: (entryId, content, phone, over) => {
      told.get(entryId)!.contents.set(markOf(content), content);
      put(entryId, markOf(content), phone, over);
    },
    withdrawn: (entryId, phone, over) => put(entryId, `${withdrawal} ${phone}`, phone, over),
    kept: (entryId, phone, shown) => {
      const { live, replaced } = told.get(entryId)!;
      for (const [mark, by] of [...live]) if (by === phone) live.delete(mark);
      if (live.size > 0 || !shown) return;
      replaced.delete(shown);
      live.set(shown, phone);
    },
    removed: (entryId) => {
      const entry = told.get(entryId)!;
      entry.isRemoved = true;
      entry.live.clear();
    },
    hides: (entryId, phone, shown) =>
      [...(told.get(entryId)?.live ?? [])].some(([mark, by]) => by === phone && !mark.startsWith(withdrawal) && mark !== markOf(shown)),
    seen: (authorId, entryId, content) => {
      const entry = told.get(entryId);
      if (entry && entry.authorId !== authorId) violations.push(`shown: entry ${entryId} of another person`);
      if (entry || !content) return;
      const doubt = unsure.get(markOf(content));
      if (doubt?.authorId !== authorId) return void violations.push(`invented: entry ${entryId} was never entered`);
      unsure.delete(markOf(content));
      saved(authorId, entryId, content, doubt.phone);
    },
  };
}
