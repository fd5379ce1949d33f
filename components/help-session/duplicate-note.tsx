"use client";
import { Copy } from "lucide-react";
import Link from "next/link";
import { EntryMark } from "@/components/phone/entry-mark";
import { problemAt } from "@/components/phone/form/problem-summary";
import { Options } from "@/components/ui/choice";
import { duplicateReasons } from "@/lib/domain/entry/duplicate-reason";
import type { EntrySummary } from "@/lib/phone/entries/entry-on-phone";
import { duplicateReasonNames } from "@/lib/text/entry-kinds";
import { helpSession } from "@/lib/text/help-session";
import { momentText } from "@/lib/text/moment";
import { outcomeNames } from "@/lib/text/outcomes";
import type { RecordForm } from "./use-record-form";

const text = helpSession.duplicates;
const shown = 3;

/** Own entries that may be the same, before it is saved: to be looked at, or to be explained. Nothing is said of others' entries. */
export function DuplicateNote({ form: { draft, duplicates, problems, change } }: { readonly form: RecordForm }) {
  if (duplicates.length === 0) return null;
  return (
    <section aria-label={text.title} className="grid gap-3 rounded-card border-2 border-warn-line bg-warn-soft px-3.5 py-3">
      <p role="status" className="flex gap-2 font-semibold text-warn">
        <Copy aria-hidden size={20} className="mt-0.5 flex-none" />
        {text.title}
      </p>
      <ul className="grid gap-2">
        {duplicates.slice(0, shown).map((entry) => (
          <li key={entry.id}>
            <Same entry={entry} />
          </li>
        ))}
      </ul>
      {duplicates.length > shown && <p className="text-small">{text.more(duplicates.length - shown)}</p>}
      <div data-field="duplicateReason">
        <Options
          legend={text.reason} name="duplicate-reason" value={draft.duplicateReason} error={problemAt(problems, "duplicateReason")}
          options={duplicateReasons.map((value) => ({ value, label: duplicateReasonNames[value] }))}
          onChange={(duplicateReason) => change({ duplicateReason })}
        />
      </div>
    </section>
  );
}

function Same({ entry }: { readonly entry: EntrySummary }) {
  return (
    <Link href={`/entry?id=${entry.id}`} className="block min-h-12 rounded-field bg-surface px-3 py-2 active:bg-sunken sunlight:border-2">
      <span className="flex flex-wrap items-baseline justify-between gap-x-3">
        <b className="font-semibold">{momentText(entry.happenedAt)}</b>
        <EntryMark entry={entry} />
      </span>
      <span className="block text-small text-ink-2">{entry.outcomeKinds.map((kind) => outcomeNames[kind].short).join(", ")}</span>
      <span className="text-small font-semibold text-brand underline underline-offset-4">{text.open}</span>
    </Link>
  );
}
