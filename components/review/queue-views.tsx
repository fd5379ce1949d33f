import Link from "next/link";
import { queueViews, type QueueCounts, type QueueFilter } from "@/lib/protocol/review-queue";
import { reviewDesk } from "@/lib/text/desk-review";
import { queueHref } from "./queue-href";

/** The saved filters above the list. Held entries show only while there are some. */
export function QueueViews({ filter, counts }: { readonly filter: QueueFilter; readonly counts: QueueCounts }) {
  const count: Partial<Record<QueueFilter["view"], number>> = { flagged: counts.flagged, all: counts.all, quarantined: counts.quarantined };
  const views = queueViews.filter((view) => view !== "quarantined" || counts.quarantined > 0 || filter.view === "quarantined");
  return (
    <nav aria-label={reviewDesk.viewsLabel} className="review-views">
      {views.map((view) => (
        <Link key={view} href={queueHref({ view, order: filter.order, age: "any" })} aria-current={!filter.search && filter.view === view ? "true" : undefined}>
          {reviewDesk.views[view]} {count[view] ?? ""}
        </Link>
      ))}
    </nav>
  );
}
