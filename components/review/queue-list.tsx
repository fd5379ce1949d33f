import Link from "next/link";
import { DenseButton, denseButtonClass } from "@/components/ui/dense-button";
import type { QueueFilter, QueuePage } from "@/lib/protocol/review-queue";
import { reviewDesk } from "@/lib/text/desk-review";
import { queueHref, withFilter } from "./queue-href";
import { QueueItem } from "./queue-item";

/** The left side: the page's entries, choosing several, going on to the next page. */
export function QueueList({
  page,
  filter,
  openId,
  now,
  chosen,
  busy,
  onChoose,
  onChooseAll,
  onConfirmChosen,
}: {
  readonly page: QueuePage;
  readonly filter: QueueFilter;
  readonly openId: string | undefined;
  readonly now: number;
  readonly chosen: ReadonlySet<string>;
  readonly busy: boolean;
  readonly onChoose: (id: string) => void;
  readonly onChooseAll: () => void;
  readonly onConfirmChosen: () => void;
}) {
  const bulk = page.items.filter((item) => item.bulk);
  const narrowed = filter.search || filter.authorId || filter.kind || filter.outcome || filter.place || filter.age !== "any";
  return (
    <>
      {bulk.length > 0 && (
        <div className="review-bulk">
          <label>
            <input type="checkbox" checked={bulk.every(({ id }) => chosen.has(id))} onChange={onChooseAll} />
            {chosen.size > 0 ? reviewDesk.chosen(chosen.size) : reviewDesk.chooseAll(bulk.length)}
          </label>
          {chosen.size > 0 && (
            <DenseButton look="main" disabled={busy} onClick={onConfirmChosen}>{reviewDesk.confirmChosen(chosen.size)}</DenseButton>
          )}
          <Link
            className="review-order"
            aria-label={`${reviewDesk.orderLabel}: ${reviewDesk.order[filter.order]}`}
            href={queueHref(withFilter(filter, { order: filter.order === "newest" ? "oldest" : "newest" }))}
          >
            {reviewDesk.order[filter.order]}
          </Link>
        </div>
      )}
      {page.items.length === 0 && <p className="p-6 desk-body text-ink-2">{narrowed ? reviewDesk.emptyFilter : reviewDesk.emptyQueue}</p>}
      <ul aria-label={reviewDesk.queue} className="review-items">
        {page.items.map((item) => (
          <QueueItem
            key={item.id}
            item={item}
            now={now}
            href={queueHref(filter, item.id)}
            open={item.id === openId}
            chosen={chosen.has(item.id)}
            showStatus={Boolean(filter.search)}
            onChoose={() => onChoose(item.id)}
          />
        ))}
      </ul>
      {(page.next || filter.after) && (
        <nav aria-label={reviewDesk.pages} className="flex gap-2 border-t border-line p-3">
          {filter.after && <Link className={denseButtonClass("bare")} href={queueHref(withFilter(filter, {}))}>{reviewDesk.first}</Link>}
          {page.next && <Link className={denseButtonClass()} href={queueHref({ ...filter, after: page.next })}>{reviewDesk.more}</Link>}
        </nav>
      )}
    </>
  );
}
