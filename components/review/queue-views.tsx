import Link from "next/link";
import { entryKinds, type EntryKind } from "@/lib/domain/entry/entry";
import { queueViews, type QueueCounts, type QueueFilter } from "@/lib/protocol/review-queue";
import { reviewDesk } from "@/lib/text/desk-review";
import { entryKindNames } from "@/lib/text/outcomes";
import { queueHref, withFilter } from "./queue-href";

/**
 * The saved filters above the list. Held and answered entries show only while there are some, a kind of entry where another one
 * waits too: whoever checks articles wants nothing else in between.
 */
export function QueueViews({ filter, counts }: { readonly filter: QueueFilter; readonly counts: QueueCounts }) {
  const count: Partial<Record<QueueFilter["view"], number>> = { flagged: counts.flagged, answered: counts.answered, all: counts.all, quarantined: counts.quarantined };
  const views = queueViews.filter((view) => (view !== "quarantined" && view !== "answered") || counts[view] > 0 || filter.view === view);
  const kinds = entryKinds.filter((kind) => counts.byKind[kind] || filter.kind === kind);
  return (
    <nav aria-label={reviewDesk.viewsLabel} className="review-views">
      {views.map((view) => (
        <Link key={view} href={queueHref({ view, order: filter.order, age: "any" })} aria-current={!filter.search && !filter.kind && filter.view === view ? "true" : undefined}>
          {reviewDesk.views[view]} {count[view] ?? ""}
        </Link>
      ))}
      {kinds.length > 1 && kinds.map((kind) => <KindLink key={kind} kind={kind} filter={filter} count={counts.byKind[kind] ?? 0} />)}
    </nav>
  );
}

/** One more press takes it off again. */
function KindLink({ kind, filter, count }: { readonly kind: EntryKind; readonly filter: QueueFilter; readonly count: number }) {
  const on = filter.kind === kind;
  const { kind: _kind, ...rest } = withFilter(filter, {});
  return (
    <Link href={queueHref(on ? rest : { ...rest, kind })} aria-current={on ? "true" : undefined}>
      {entryKindNames[kind]} {count}
    </Link>
  );
}
