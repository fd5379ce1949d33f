"use client";

import { ChevronLeft, Keyboard } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useRef, useState, type ReactNode } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import type { ReviewAction } from "@/lib/domain/review/lifecycle";
import type { QueueFilter, QueuePage, ReviewedEntry } from "@/lib/protocol/review-queue";
import { reviewDesk } from "@/lib/text/desk-review";
import { ConsentWithdrawal } from "./consent-withdrawal";
import { DecisionBar } from "./decision-bar";
import { FlagDialog } from "./flag-dialog";
import { KeysDialog } from "./keys-dialog";
import { QueueFilters } from "./queue-filters";
import { queueHref } from "./queue-href";
import { QueueList } from "./queue-list";
import { QueueSearch } from "./queue-search";
import { QueueViews } from "./queue-views";
import { ReasonDialog, type ReasonedAction } from "./reason-dialog";
import { useDecisions } from "./use-decisions";
import { useDeskKeys, type DeskKey } from "./use-desk-keys";

type Dialog = ReasonedAction | "flags" | "keys" | "consent";

/** Queue on the left, entry on the right, decisions below: fifty in ten minutes, by mouse or by keys. */
export function ReviewDesk({
  personId,
  page,
  filter,
  entry,
  opened,
  now,
  children,
}: {
  readonly personId: string;
  readonly page: QueuePage;
  readonly filter: QueueFilter;
  readonly entry: ReviewedEntry | undefined;
  /** The address names an entry: on a narrow screen it then takes the place of the list. */
  readonly opened: boolean;
  readonly now: number;
  /** The entry as the server renders it. */
  readonly children: ReactNode;
}) {
  const router = useRouter();
  const search = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<Dialog>();
  const { busy, notice, undo, decide, withdrawConsent, confirmAll, takeBack } = useDecisions({ personId, page, filter, entry });

  const act = (action: ReviewAction) => {
    if (!entry?.actions.includes(action) || busy) return;
    if (action === "confirm" && entry.flags.length > 0) setDialog("flags");
    else if (action === "confirm" || action === "release") void decide({ action });
    else if (action !== "undo") setDialog(action);
  };
  const step = (by: number) => {
    const at = page.items.findIndex(({ id }) => id === entry?.id);
    const next = page.items[at + by];
    if (next) router.push(queueHref(filter, next.id), { scroll: false });
  };
  const choose = (id: string | undefined) => {
    if (!page.items.some((item) => item.id === id && item.bulk) || !id) return;
    setChosen((before) => (before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id])));
  };
  const bulkIds = page.items.filter(({ bulk }) => bulk).map(({ id }) => id);
  const chosenHere = new Set(bulkIds.filter((id) => chosen.has(id)));

  const keys: Record<DeskKey, () => void> = {
    confirm: () => act("confirm"),
    return: () => act("return"),
    refuse: () => act("refuse"),
    next: () => step(1),
    previous: () => step(-1),
    choose: () => choose(entry?.id),
    search: () => search.current?.focus(),
    undo: () => void takeBack(),
    help: () => setDialog("keys"),
  };
  useDeskKeys((key) => keys[key]());

  const close = () => setDialog(undefined);
  return (
    <>
      <header className="desk-top review-top" data-opened={opened || undefined}>
        <div>
          <h1 className="desk-title">{reviewDesk.title}</h1>
          <p className="desk-caption text-ink-2">
            {reviewDesk.waiting(page.counts.all)}
            {page.counts.overdue > 0 && ` · ${reviewDesk.overdue(page.counts.overdue)}`}
          </p>
        </div>
        <QueueFilters filter={filter} authors={page.authors} />
        <DenseButton look="bare" className="review-keys-button" onClick={() => setDialog("keys")}>
          <Keyboard aria-hidden size={16} />{reviewDesk.keys} <kbd aria-hidden>?</kbd>
        </DenseButton>
      </header>
      <div className="review" data-opened={opened || undefined}>
        <section className="review-queue" aria-label={reviewDesk.queue}>
          <QueueSearch text={filter.search} inputRef={search} />
          <QueueViews filter={filter} counts={page.counts} />
          <QueueList
            page={page}
            filter={filter}
            openId={entry?.id}
            now={now}
            chosen={chosenHere}
            busy={busy}
            onChoose={choose}
            onChooseAll={() => setChosen(new Set(chosenHere.size === bulkIds.length ? [] : bulkIds))}
            onConfirmChosen={() => void confirmAll(chosenHere)}
          />
        </section>
        <div className="review-detail">
          <Link href={queueHref(filter)} className="review-back">
            <ChevronLeft aria-hidden size={18} />{reviewDesk.backToList}
          </Link>
          {children}
          <DecisionBar
            entry={entry}
            busy={busy}
            notice={notice}
            secondsToUndo={undo.undoable ? undo.secondsLeft : undefined}
            onAct={act}
            onConsentWithdrawal={() => setDialog("consent")}
            onUndo={() => void takeBack()}
          />
        </div>
      </div>
      {dialog === "keys" && <KeysDialog onClose={close} />}
      {entry && dialog === "flags" && (
        <FlagDialog entry={entry} onClose={close} onConfirm={() => { close(); void decide({ action: "confirm" }); }} />
      )}
      {entry && dialog === "consent" && (
        <ConsentWithdrawal entry={entry} onClose={close} onWithdraw={() => { close(); void withdrawConsent(); }} />
      )}
      {entry && dialog && dialog !== "flags" && dialog !== "keys" && dialog !== "consent" && (
        <ReasonDialog action={dialog} entry={entry} onClose={close} onDecide={(decision) => { close(); void decide(decision); }} />
      )}
    </>
  );
}
