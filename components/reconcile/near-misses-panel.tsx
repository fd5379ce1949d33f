import Link from "next/link";
import { denseButtonClass } from "@/components/ui/dense-button";
import type { NearMisses } from "@/lib/protocol/imports";
import { reconcileTexts } from "@/lib/text/desk-reconcile";
import { formatCount } from "@/lib/text/moment";
import { NearMissItem } from "./near-miss-item";
import { SendQuestions } from "./send-questions";

/** Codes one character off, as questions to those who recorded them. Nothing is repaired by itself. */
export function NearMissesPanel({ misses, whole = false }: { readonly misses: NearMisses; readonly whole?: boolean }) {
  return (
    <section className="desk-panel near-misses" aria-labelledby="near-misses">
      <header className="panel-head">
        <h2 id="near-misses" className="desk-head">{reconcileTexts.nearMisses}</h2>
        <p className="desk-dense text-ink-2">{reconcileTexts.nearMissCount(formatCount(misses.count))}</p>
      </header>
      <p className="panel-note desk-dense">{misses.count === 0 ? reconcileTexts.noNearMisses : reconcileTexts.nearMissNote}</p>
      {misses.list.length > 0 && <ul>{misses.list.map((miss) => <NearMissItem key={miss.outcomeId} miss={miss} />)}</ul>}
      {misses.count > 0 && (
        <div className="near-actions">
          <SendQuestions count={misses.confirmed} />
          {!whole && misses.count > misses.list.length && <Link prefetch={false} className={denseButtonClass()} href="/desk/reconcile/questions">{reconcileTexts.showAll}</Link>}
        </div>
      )}
    </section>
  );
}
