import type { QueueFilter } from "@/lib/protocol/review-queue";

/** The address of the queue with a filter and, when one is open, an entry. */
export function queueHref(filter: QueueFilter, entryId?: string): string {
  const { view, order, authorId, kind, outcome, place, age, search, after } = filter;
  const query = new URLSearchParams({
    ...(view === "all" ? {} : { view }),
    ...(order === "newest" ? {} : { order }),
    ...(authorId ? { author: authorId } : {}),
    ...(kind ? { kind } : {}),
    ...(outcome ? { outcome } : {}),
    ...(place ? { place } : {}),
    ...(age === "any" ? {} : { age }),
    ...(search ? { q: search } : {}),
    ...(after ? { after } : {}),
    ...(entryId ? { entry: entryId } : {}),
  });
  const text = query.toString();
  return text ? `/desk/review?${text}` : "/desk/review";
}

/** Another filter begins at the first page. */
export function withFilter(filter: QueueFilter, changes: Partial<QueueFilter>): QueueFilter {
  const { after: _after, ...rest } = filter;
  return { ...rest, ...changes };
}
