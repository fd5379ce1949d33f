"use client";
import { useSearchParams } from "next/navigation";
import { ClosedForm } from "@/components/phone/form/closed-form";
import { loadEntryForm } from "@/components/phone/form/load-entry-form";
import { readRecent } from "@/components/phone/form/recent";
import { useLoaded } from "@/components/phone/form/use-loaded";
import { usualUnit } from "@/components/phone/form/usual-unit";
import { withPhone } from "@/components/phone/phone-gate";
import type { Phone } from "@/lib/phone/phone";
import { ArticleDraft, draftOfArticle, emptyArticleDraft } from "./article-draft";
import { ArticleForm } from "./article-form";

/** A new article, the one that was begun, or one to amend. */
export const ArticleScreen = withPhone(ArticleOnPhone);

function ArticleOnPhone({ phone }: { readonly phone: Phone }) {
  const query = useSearchParams();
  const entryId = query.get("entry");
  const loaded = useLoaded(entryId ?? "", async () => ({
    form: await loadEntryForm(phone, entryId, {
      kind: "article",
      schema: ArticleDraft,
      fresh: async () => emptyArticleDraft({ newId: phone.newId, unitId: await usualUnit(phone), now: phone.now() }),
      draftOf: draftOfArticle,
    }),
    publishers: await readRecent(phone, "articlePublisher"),
  }));
  if (!loaded) return <main className="min-h-dvh" aria-busy="true" />;
  const { form, publishers } = loaded;
  if ("closedEntry" in form) return <ClosedForm phone={phone} closed={form} />;
  return <ArticleForm key={form.draftKey} phone={phone} loaded={{ ...form, publishers }} field={query.get("field")} />;
}
