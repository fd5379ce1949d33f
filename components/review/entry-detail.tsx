import type { ReviewedEntry } from "@/lib/protocol/review-queue";
import { decisionTexts, reviewDetail } from "@/lib/text/desk-review";
import { formatDay, formatTimeOfDay } from "@/lib/text/moment";
import { entryKindNames } from "@/lib/text/outcomes";
import { AuthorAnswer } from "./author-answer";
import { ContentFacts } from "./content-facts";
import { EntryFacts } from "./entry-facts";
import { EntryFlags } from "./entry-flags";
import { EntryHistory } from "./entry-history";
import { EntryOutcomes } from "./entry-outcomes";
import { placeName } from "./entry-place";
import { QuarantineNote } from "./quarantine-note";
import { StatusMark } from "./status-mark";

/** All that a decision needs, in the order in which one looks: what is odd, who, what, how it came here. */
export function EntryDetail({ entry, now }: { readonly entry: ReviewedEntry; readonly now: string }) {
  const { kind, happenedAt, place, unitName } = entry;
  return (
    <article className="review-body" aria-labelledby="entry-name">
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h2 id="entry-name" className="review-name">{entry.title}</h2>
          <StatusMark status={entry.status} length="full" />
        </div>
        <p className="desk-body text-ink-2">
          {reviewDetail.heardOf(entryKindNames[kind], formatTimeOfDay(happenedAt), formatDay(happenedAt), [place && placeName(place), unitName].filter(Boolean).join(", "))}
        </p>
        {entry.own && <p className="mt-2 desk-dense text-ink-2">{decisionTexts.ownEntry}</p>}
        <QuarantineNote entry={entry} />
        <AuthorAnswer entry={entry} />
        <EntryFlags entry={entry} />
        {entry.content ? <ContentFacts content={entry.content} /> : <EntryFacts entry={entry} />}
        <EntryOutcomes outcomes={entry.outcomes} now={now} />
      </div>
      <aside className="min-w-0">
        <EntryHistory entry={entry} />
        <h3 className="review-h3">{reviewDetail.author}</h3>
        <p className="desk-body font-semibold">{entry.author.name}</p>
        <p className="mt-0.5 desk-caption text-ink-2">
          {reviewDetail.authorCounts(entry.author.entriesIn30Days, entry.author.returnedIn30Days)}
        </p>
      </aside>
    </article>
  );
}
