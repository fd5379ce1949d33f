import Link from "next/link";
import { formatDate } from "@/lib/domain/time/local-date";
import type { DoubleList, DoublePair } from "@/lib/protocol/doubles";
import { doubleTexts, sharedTexts } from "@/lib/text/desk-doubles";
import { entryKindNames } from "@/lib/text/outcomes";
import { doubleHref, isSamePair } from "./double-href";

/** Pairs that wait, without the citizen's name: opening a pair shows it, and is written down. */
export function PairList({ list, open }: { readonly list: DoubleList; readonly open: readonly [string, string] | undefined }) {
  return (
    <>
      <ul className="doubles-items" aria-label={doubleTexts.list}>
        {list.pairs.map((pair) => (
          <li key={`${pair.sides[0].id} ${pair.sides[1].id}`}>
            <PairLink pair={pair} current={isSamePair(pair, open)} />
          </li>
        ))}
      </ul>
      {list.pairs.length === 0 && <p className="doubles-none">{doubleTexts.none}</p>}
      {list.elsewhere.length > 0 && (
        <section className="doubles-elsewhere" aria-labelledby="elsewhere">
          <h2 id="elsewhere" className="desk-head">{doubleTexts.elsewhere}</h2>
          <p className="desk-caption text-ink-2">{doubleTexts.elsewhereNote}</p>
          <ul>
            {list.elsewhere.map((side) => (
              <li key={side.id}>
                <Link prefetch={false} href={`/desk/review?entry=${side.id}`} aria-label={doubleTexts.openEntry(side.receipt)}>{side.receipt}</Link>
                <span className="text-ink-2">{`${entryKindNames[side.kind]}, ${side.authorName}, ${formatDate(side.happenedOn)}`}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function PairLink({ pair, current }: { readonly pair: DoublePair; readonly current: boolean }) {
  const [first, second] = pair.sides;
  const units = first.unitName === second.unitName ? first.unitName : doubleTexts.both(first.unitName, second.unitName);
  return (
    <Link prefetch={false} scroll={false} href={doubleHref(pair)} aria-current={current ? "true" : undefined} className="doubles-item">
      <span className="font-semibold text-ink">{[entryKindNames[pair.kind], sharedTexts[pair.shared], pair.areaName].filter(Boolean).join(", ")}</span>
      <span className="tabular-nums">{doubleTexts.both(first.receipt, second.receipt)}</span>
      <span>{doubleTexts.both(first.authorName, second.authorName)}</span>
      <span>{`${units}, ${formatDate(second.happenedOn)}`}</span>
    </Link>
  );
}
