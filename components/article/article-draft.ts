import * as z from "zod/mini";
import { Article } from "@/lib/domain/entry/article";
import { findUrl, parseArticleUrl, siteOf } from "@/lib/domain/entry/article-url";
import { checkEntry, checkHappenedAt } from "@/lib/domain/entry/check-entry";
import { duplicateKeyOfArticle, findDuplicates } from "@/lib/domain/entry/duplicates";
import type { Refusal } from "@/lib/domain/refusal";
import { refusalsOf } from "@/lib/domain/refusals-of";
import { err, ok, type Result } from "@/lib/domain/result";
import { isDecidedAgainst } from "@/lib/domain/review/lifecycle";
import { cleanText } from "@/lib/domain/text/clean-text";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { EntrySummary } from "@/lib/phone/entries/entry-on-phone";
import { articleText } from "@/lib/text/article";

/** The form as it is typed. */
export const ArticleDraft = z.object({
  /** Set when an existing entry is amended. */
  entryId: z.optional(z.string()),
  outcomeId: z.string(),
  unitId: z.string(),
  /** When it was recorded; the article counts for the day of publication. */
  happenedAt: z.string(),
  url: z.string(),
  title: z.string(),
  publisher: z.string(),
  publishedOn: z.string(),
});
export type ArticleDraft = Readonly<z.infer<typeof ArticleDraft>>;

type Start = { readonly newId: () => string; readonly unitId: string; readonly now: string };

export function emptyArticleDraft({ newId, unitId, now }: Start): ArticleDraft {
  return { outcomeId: newId(), unitId, happenedAt: now, url: "", title: "", publisher: "", publishedOn: localDateOf(now) };
}

/** The form of an article that exists, to amend it. */
export function draftOfArticle({ happenedAt, url, title, publisher, publishedOn, outcomes }: Article, unitId: string): ArticleDraft {
  return { outcomeId: outcomes[0]!.id, unitId, happenedAt, url, title, publisher, publishedOn };
}

/**
 * The article that a form stands for, or everything that keeps it from being one, each at its field.
 * @param entries the person's own: the same link is not recorded twice
 */
export function articleOfDraft(draft: ArticleDraft, now: string, entries: readonly EntrySummary[]): Result<Article, readonly Refusal[]> {
  const shape = {
    kind: "article",
    happenedAt: draft.happenedAt,
    url: draft.url,
    title: cleanText(draft.title),
    publisher: cleanText(draft.publisher),
    publishedOn: draft.publishedOn,
    outcomes: [{ id: draft.outcomeId, kind: "articlePublished" }],
  };
  const twice: Refusal[] = findRecorded(draft, entries) ? [{ code: "alreadyRecorded", field: "url" }] : [];
  const parsed = Article.safeParse(shape);
  if (!parsed.success) return err([...twice, ...refusalsOf(parsed.error, shape)]);
  const problems = [...twice, ...checkEntry(parsed.data), ...checkHappenedAt(parsed.data, now)];
  return problems.length > 0 ? err(problems) : ok(parsed.data);
}

/** The own entry of the same link, however it is spelt. One that was decided against stays so: it may be recorded again. */
export function findRecorded({ url, entryId }: ArticleDraft, entries: readonly EntrySummary[]): EntrySummary | undefined {
  const parsed = parseArticleUrl(url);
  return parsed.ok ? findDuplicates([duplicateKeyOfArticle(parsed.value)], entries, entryId).find(({ status }) => !isDecidedAgainst(status)) : undefined;
}

/** A link takes the place of the words that an app put around it; who published is guessed until somebody says. */
export function withUrl(draft: ArticleDraft, text: string): Partial<ArticleDraft> {
  const url = findUrl(text) ?? text.trim();
  const guessed = draft.publisher === "" || draft.publisher === publisherOf(draft.url);
  return { url, ...(guessed ? { publisher: publisherOf(url) } : {}) };
}

/** "Facebook", "baobinhdinh.vn"; nothing while it is no link. */
export function publisherOf(url: string): string {
  const site = siteOf(url) ?? "";
  return articleText.sites[site] ?? site;
}

/** Whether there is nothing worth keeping; day and publisher are preset. */
export function isUntouchedArticle({ url, title }: ArticleDraft): boolean {
  return url === "" && title === "";
}
