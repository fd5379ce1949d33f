import { Flag, MessageCircleQuestionMark, ShieldAlert } from "lucide-react";
import Link, { useLinkStatus } from "next/link";
import { Mark } from "@/components/ui/mark";
import type { QueueItem as Item } from "@/lib/protocol/review-queue";
import { desk } from "@/lib/text/desk";
import { flagTexts, reviewDesk, waitingTime } from "@/lib/text/desk-review";
import { entryKindNames, outcomeNames } from "@/lib/text/outcomes";
import { quarantineTexts } from "@/lib/text/quarantine";
import { placeName } from "./entry-place";
import { StatusMark } from "./status-mark";

/** One row of the queue: who, what, where, by whom, and the first thing to look at. */
export function QueueItem({
  item,
  href,
  open,
  chosen,
  now,
  showStatus,
  onChoose,
}: {
  readonly item: Item;
  readonly href: string;
  readonly open: boolean;
  readonly chosen: boolean;
  readonly now: number;
  readonly showStatus: boolean;
  readonly onChoose: () => void;
}) {
  const [flag] = item.flags;
  return (
    <li className="review-item" data-open={open || undefined}>
      <span className="review-box">
        {item.bulk && <input type="checkbox" aria-label={reviewDesk.choose(item.title)} checked={chosen} onChange={onChoose} />}
      </span>
      <Link href={href} scroll={false} aria-current={open ? "true" : undefined} className="review-link">
        <b>{item.title}</b>
        <time dateTime={item.receivedAt} suppressHydrationWarning>
          {waitingTime((now - Date.parse(item.receivedAt)) / 60_000)}
        </time>
        {item.outcomeKinds.length > 0 && <span>{item.outcomeKinds.map((kind) => outcomeNames[kind].short).join(", ")}</span>}
        <span>{[item.authorName, item.place ? placeName(item.place) : entryKindNames[item.kind]].join(" · ")}</span>
        {item.quarantine && <Mark icon={ShieldAlert} tone="warn">{quarantineTexts.labels[item.quarantine]}</Mark>}
        {flag && <Mark icon={Flag} tone="warn">{flagTexts[flag].label}</Mark>}
        {item.answered && <Mark icon={MessageCircleQuestionMark} tone="brand">{reviewDesk.answered}</Mark>}
        {showStatus && <StatusMark status={item.status} />}
        <OnItsWay />
      </Link>
    </li>
  );
}

/** The entry was asked for and is not here yet. */
function OnItsWay() {
  const { pending } = useLinkStatus();
  return pending ? <em role="status" className="link-pending">{desk.loading}</em> : null;
}
