"use client";

import { ChevronLeft, Equal, EqualNot } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { useSingleKeys } from "@/components/ui/use-single-keys";
import { wayOutOf } from "@/lib/domain/double/double";
import type { DoubleList } from "@/lib/protocol/doubles";
import type { ReviewedEntry } from "@/lib/protocol/review-queue";
import { doubleTexts } from "@/lib/text/desk-doubles";
import { doubleHref, isSamePair } from "./double-href";
import { PairList } from "./pair-list";
import { useDoubleDecision } from "./use-double-decision";

const keysByCode: Record<string, "first" | "second" | "different" | "next" | "previous"> = {
  Digit1: "first",
  Numpad1: "first",
  Digit2: "second",
  Numpad2: "second",
  KeyK: "different",
  ArrowDown: "next",
  ArrowUp: "previous",
};

/** Pairs on the left, the open one side by side on the right, decisions below. */
export function DoubleDesk({
  list,
  entries,
  opened,
  children,
}: {
  readonly list: DoubleList;
  readonly entries: readonly [ReviewedEntry, ReviewedEntry] | undefined;
  /** The address names a pair: on a narrow screen it then takes the place of the list. */
  readonly opened: boolean;
  /** The pair as the server renders it. */
  readonly children: ReactNode;
}) {
  const router = useRouter();
  const { busy, notice, decideDifferent, decideSame } = useDoubleDecision(list.pairs, entries);
  const open = entries && ([entries[0].id, entries[1].id] as const);
  // One stands only where this person can end the other.
  const maySave = entries ? ([wayOutOf(entries[1].actions) !== undefined, wayOutOf(entries[0].actions) !== undefined] as const) : ([false, false] as const);
  const step = (by: number) => {
    const next = list.pairs[list.pairs.findIndex((pair) => isSamePair(pair, open)) + by];
    if (next) router.push(doubleHref(next), { scroll: false });
  };
  const keys = {
    first: () => maySave[0] && decideSame(0),
    second: () => maySave[1] && decideSame(1),
    different: () => decideDifferent(),
    next: () => step(1),
    previous: () => step(-1),
  };
  useSingleKeys(({ code }) => keysByCode[code], (key) => void keys[key](), ["next", "previous"]);

  return (
    <div className="doubles" data-opened={opened || undefined}>
      <section className="doubles-queue" aria-label={doubleTexts.list}>
        <PairList list={list} open={open} />
      </section>
      <div className="doubles-detail">
        <Link href={doubleHref()} className="doubles-back"><ChevronLeft aria-hidden size={18} />{doubleTexts.backToList}</Link>
        {children}
        <footer className="doubles-bar">
          {entries && (
            <div className="doubles-actions">
              {([0, 1] as const).map((standing) => (
                <DenseButton key={standing} look="main" disabled={busy || !maySave[standing]} onClick={() => decideSame(standing)}>
                  <Equal aria-hidden size={18} />{standing === 0 ? doubleTexts.standsFirst : doubleTexts.standsSecond} <kbd aria-hidden>{standing + 1}</kbd>
                </DenseButton>
              ))}
              <DenseButton disabled={busy} onClick={() => decideDifferent()}>
                <EqualNot aria-hidden size={18} />{doubleTexts.different} <kbd aria-hidden>K</kbd>
              </DenseButton>
            </div>
          )}
          <p role="status" className="doubles-notice" data-kind={notice?.kind}>
            {busy ? doubleTexts.sending : notice?.text ?? (entries && explain(entries, maySave))}{" "}
            {notice?.signIn && <a href="/sign-in?next=/desk/doubles">{doubleTexts.signIn}</a>}
          </p>
        </footer>
      </div>
    </div>
  );
}

/** What a decision does, or why one of the two can't end here. */
function explain([first, second]: readonly [ReviewedEntry, ReviewedEntry], maySave: readonly [boolean, boolean]): string {
  const kept = maySave[0] ? (maySave[1] ? undefined : first) : second;
  if (kept) return kept.status === "confirmed" ? doubleTexts.cannotEnd : doubleTexts.cannotEndNow;
  return first.kind === "householdVisit" ? doubleTexts.consequence : doubleTexts.consequenceOther;
}
