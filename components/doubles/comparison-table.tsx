import { Equal, EqualNot } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Mark } from "@/components/ui/mark";
import type { ReviewedEntry } from "@/lib/protocol/review-queue";
import { doubleTexts } from "@/lib/text/desk-doubles";
import { compareEntries } from "./compare-entries";

/** Both entries side by side, fact by fact, with what differs in words. */
export function ComparisonTable({
  entries,
  markOf,
}: {
  readonly entries: readonly [ReviewedEntry, ReviewedEntry];
  readonly markOf: (entry: ReviewedEntry) => ReactNode;
}) {
  const [first, second] = entries;
  return (
    <div className="table-scroll" role="region" aria-label={doubleTexts.sideBySide} tabIndex={0}>
      <table className="desk-table doubles-table">
        <thead>
          <tr>
            <td />
            {[first, second].map((entry, index) => (
              <th key={entry.id} scope="col">
                <span className="desk-head text-ink">{index === 0 ? doubleTexts.first : doubleTexts.second}</span>
                <span className="doubles-state">
                  <Link prefetch={false} href={`/desk/review?entry=${entry.id}`} aria-label={doubleTexts.openEntry(entry.receipt)}>{entry.receipt}</Link>
                  {markOf(entry)}
                </span>
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {compareEntries(first, second).map(({ label, values, same }) => (
            <tr key={label} data-differs={!same || undefined}>
              <th scope="row">{label}</th>
              {values.map((value, index) => (
                <td key={index}>{value || <span className="text-ink-3">{doubleTexts.notSaid}</span>}</td>
              ))}
              <td>
                {same ? <Mark icon={Equal} tone="quiet">{doubleTexts.sameValue}</Mark> : <Mark icon={EqualNot} tone="warn">{doubleTexts.otherValue}</Mark>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
