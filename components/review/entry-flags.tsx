import { Flag } from "lucide-react";
import type { ReviewedEntry } from "@/lib/protocol/review-queue";
import { flagTexts } from "@/lib/text/desk-review";

/** What to look at before confirming, with what it means. */
export function EntryFlags({ entry: { flags } }: { readonly entry: Pick<ReviewedEntry, "flags"> }) {
  if (flags.length === 0) return null;
  return (
    <ul className="review-flags">
      {flags.map((flag) => (
        <li key={flag}>
          <Flag aria-hidden size={20} className="flex-none text-warn" />
          <div>
            <b>{flagTexts[flag].label}</b>
            <span>{flagTexts[flag].explanation}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}
