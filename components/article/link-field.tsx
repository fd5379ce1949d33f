"use client";
import { ClipboardPaste } from "lucide-react";
import { useState } from "react";
import { problemAt } from "@/components/phone/form/problem-summary";
import type { EntryForm } from "@/components/phone/form/use-entry-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { findUrl } from "@/lib/domain/entry/article-url";
import type { EntrySummary } from "@/lib/phone/entries/entry-on-phone";
import { articleText as text } from "@/lib/text/article";
import { refusals } from "@/lib/text/refusals";
import { withUrl, type ArticleDraft } from "./article-draft";

type Props = { readonly form: EntryForm<ArticleDraft>; readonly recorded: EntrySummary | undefined };

/** Where the article is: pasted mostly. The same link among the own entries is said at once, with the way there. */
export function LinkField({ form, recorded }: Props) {
  const [pasteProblem, setPasteProblem] = useState<string>();
  const paste = async () => {
    const pasted = await readClipboard();
    const url = pasted && findUrl(pasted);
    setPasteProblem(url ? undefined : pasted === undefined ? text.pasteRefused : text.nothingToPaste);
    if (url) form.change((draft) => withUrl(draft, url));
  };
  return (
    <div className="grid gap-2">
      <TextField
        label={text.url} type="url" inputMode="url" data-field="url" autoCapitalize="off" spellCheck={false} value={form.draft.url} hint={text.urlHint}
        warning={pasteProblem} error={recorded ? refusals.alreadyRecorded : problemAt(form.problems, "url")}
        onChange={(event) => form.change((draft) => withTyped(draft, event.target.value))}
        mark={
          <Button look="quiet" icon={ClipboardPaste} onClick={() => void paste()}>
            {text.paste}
          </Button>
        }
      />
      {recorded && (
        <LinkButton href={`/entry?id=${recorded.id}`}>{text.open}: {recorded.title}</LinkButton>
      )}
    </div>
  );
}

/** Whoever types a link letter by letter keeps each letter; a paste into the field is a link at once. */
function withTyped(draft: ArticleDraft, typed: string): Partial<ArticleDraft> {
  return Math.abs(typed.length - draft.url.length) > 1 ? withUrl(draft, typed) : { ...withUrl(draft, typed), url: typed };
}

/** Undefined where the browser does not let us. */
async function readClipboard(): Promise<string | undefined> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return undefined;
  }
}
