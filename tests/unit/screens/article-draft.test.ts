import { describe, expect, it } from "vitest";
import { articleOfDraft, draftOfArticle, emptyArticleDraft, findRecorded, publisherOf, withUrl, type ArticleDraft } from "@/components/article/article-draft";
import { withRecent } from "@/components/phone/form/recent";
import { duplicateKeysOf } from "@/lib/domain/entry/duplicates";
import type { EntrySummary } from "@/lib/phone/entries/entry-on-phone";
import { makeId } from "@/tests/factories/help-session";
import { makeArticle } from "@/tests/factories/outreach";

const now = "2026-08-06T18:00:00.000Z"; // already 7 August in Vietnam
const empty = emptyArticleDraft({ newId: makeId, unitId: makeId(), now });
const typed: ArticleDraft = { ...empty, url: "https://baobinhdinh.vn/tin/1", title: "Ra quân", publisher: "Báo Bình Định" };
const recorded = (url: string, changes: Partial<EntrySummary> = {}) =>
  ({ id: makeId(), status: "submitted", title: "Đã ghi", keys: duplicateKeysOf(makeArticle({ url })), ...changes }) as EntrySummary;
const said = (draft: ArticleDraft, entries: readonly EntrySummary[] = []) => {
  const article = articleOfDraft(draft, now, entries);
  return article.ok ? [] : article.error.map(({ code, field }) => `${code} ${field}`);
};

describe("the form of an article", () => {
  it("is the article that it stands for, and the other way round", () => {
    expect(articleOfDraft(typed, now, [])).toMatchObject({ ok: true, value: { url: "https://baobinhdinh.vn/tin/1", publishedOn: "2026-08-07" } });
    const article = makeArticle();
    expect(articleOfDraft(draftOfArticle(article, makeId()), now, [])).toEqual({ ok: true, value: article });
  });

  it("asks for everything at its field", () => {
    expect(said(empty)).toEqual(["required url", "required title", "required publisher"]);
    expect(said({ ...typed, url: "báo" })).toEqual(["articleUrlMalformed url"]);
    expect(said({ ...typed, publishedOn: "" })).toEqual(["required publishedOn"]);
    expect(said({ ...typed, publishedOn: "2026-08-08" })).toEqual(["happenedInFuture publishedOn"]);
  });

  it("says that the link was recorded, however it is spelt, also before the rest is filled in", () => {
    const entries = [recorded("https://baobinhdinh.vn/tin/1")];
    expect(said({ ...typed, url: "https://m.baobinhdinh.vn/tin/1/?fbclid=x" }, entries)).toEqual(["alreadyRecorded url"]);
    expect(said({ ...empty, url: "https://www.baobinhdinh.vn/tin/1" }, entries)).toContain("alreadyRecorded url");
    expect(said({ ...typed, url: "https://baobinhdinh.vn/tin/2" }, entries)).toEqual([]);
  });

  it("may be of a link that was decided against, once and not twice", () => {
    const refused = recorded(typed.url, { status: "refused" });
    expect(said(typed, [refused, recorded(typed.url, { status: "overturned" })])).toEqual([]);
    expect(said(typed, [refused, recorded(typed.url)])).toEqual(["alreadyRecorded url"]);
  });

  it("does not take the entry itself, or one that was taken back, for another", () => {
    const own = recorded("https://baobinhdinh.vn/tin/1");
    expect(findRecorded({ ...typed, entryId: own.id }, [own])).toBeUndefined();
    expect(findRecorded(typed, [recorded(typed.url, { status: "withdrawn" })])).toBeUndefined();
    expect(findRecorded(typed, [own])).toBe(own);
  });
});

describe("a link", () => {
  it("is taken out of the words around it", () => {
    expect(withUrl(empty, "Mời xem: https://fb.watch/aBc/ nhé")).toEqual({ url: "https://fb.watch/aBc/", publisher: "Facebook" });
  });

  it("guesses who published until somebody says", () => {
    expect(["https://m.facebook.com/x", "https://www.baobinhdinh.vn/x", "chưa có"].map(publisherOf)).toEqual(["Facebook", "baobinhdinh.vn", ""]);
    const guessed = { ...empty, ...withUrl(empty, "https://a.vn/1") };
    expect(withUrl(guessed, "https://b.vn/1")).toEqual({ url: "https://b.vn/1", publisher: "b.vn" });
    expect(withUrl({ ...guessed, publisher: "Trang xã" }, "https://b.vn/1")).toEqual({ url: "https://b.vn/1" });
  });
});

it("offers what was used last first, each once, and no more than a few", () => {
  expect(["a", "b", "a", "c", "d", "e"].reduce<readonly string[]>(withRecent, [])).toEqual(["e", "d", "c", "a"]);
});
