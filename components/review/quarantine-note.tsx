import { ShieldAlert } from "lucide-react";
import type { ReviewedEntry } from "@/lib/protocol/review-queue";
import { quarantineTexts, whyQuarantined } from "@/lib/text/quarantine";

/** Why the entry is held, who brought it, and what either decision means. */
export function QuarantineNote({ entry: { quarantine, author, unitName, happenedAt } }: { readonly entry: ReviewedEntry }) {
  if (!quarantine) return null;
  return (
    <section className="review-answer" aria-label={quarantineTexts.title}>
      <ShieldAlert aria-hidden size={20} className="flex-none text-warn" />
      <div className="min-w-0">
        <b>{whyQuarantined(quarantine, author.name, unitName, happenedAt)}</b>
        {quarantine.asks && <p>{quarantineTexts.asks[quarantine.asks]}</p>}
        <span>{quarantineTexts.next}</span>
      </div>
    </section>
  );
}
