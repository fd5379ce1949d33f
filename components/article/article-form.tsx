"use client";
import { EntryFormFrame } from "@/components/phone/form/entry-form-frame";
import type { LoadedEntryForm } from "@/components/phone/form/load-entry-form";
import { problemAt } from "@/components/phone/form/problem-summary";
import { rememberRecent, type Recent } from "@/components/phone/form/recent";
import { Suggestions } from "@/components/phone/form/suggestions";
import { UnitField } from "@/components/phone/form/unit-field";
import { useEntryForm } from "@/components/phone/form/use-entry-form";
import { TextField } from "@/components/ui/field";
import { useLive } from "@/components/ui/use-live";
import { cleanText } from "@/lib/domain/text/clean-text";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { Phone } from "@/lib/phone/phone";
import { articleText as text } from "@/lib/text/article";
import { articleOfDraft, findRecorded, isUntouchedArticle, type ArticleDraft } from "./article-draft";
import { LinkField } from "./link-field";

export type LoadedArticle = LoadedEntryForm<ArticleDraft> & { readonly publishers: Recent };

type Props = { readonly phone: Phone; readonly loaded: LoadedArticle; readonly field: string | null };

/** Where, what, by whom, which day. */
export function ArticleForm({ phone, loaded, field }: Props) {
  const entries = useLive(phone.entries);
  const form = useEntryForm(phone, loaded, field, {
    isUntouched: isUntouchedArticle,
    contentOf: (draft) => articleOfDraft(draft, phone.now(), entries),
    onSaved: ({ publisher, unitId }) => {
      void rememberRecent(phone, "articlePublisher", cleanText(publisher));
      void rememberRecent(phone, "unit", unitId);
    },
  });
  const { draft, problems, change } = form;
  return (
    <EntryFormFrame title={form.amending ? text.amendTitle : text.title} form={form} review={loaded.review} returned={field}>
      <LinkField form={form} recorded={form.phase === "saving" ? undefined : findRecorded(draft, entries)} />
      <TextField
        label={text.name} data-field="title" autoCapitalize="sentences" value={draft.title} error={problemAt(problems, "title")}
        onChange={(event) => change({ title: event.target.value })}
      />
      <div>
        <TextField
          label={text.publisher} hint={text.publisherHint} data-field="publisher" value={draft.publisher} error={problemAt(problems, "publisher")}
          onChange={(event) => change({ publisher: event.target.value })}
        />
        <Suggestions label={text.recentPublishers} values={loaded.publishers} chosen={draft.publisher} onChoose={(publisher) => change({ publisher })} />
      </div>
      <TextField
        label={text.publishedOn} type="date" data-field="publishedOn" value={draft.publishedOn} max={localDateOf(phone.now())}
        error={problemAt(problems, "publishedOn")} onChange={(event) => change({ publishedOn: event.target.value })}
      />
      <UnitField phone={phone} unitId={draft.unitId} amending={form.amending} onChange={(unitId) => change({ unitId })} />
    </EntryFormFrame>
  );
}
