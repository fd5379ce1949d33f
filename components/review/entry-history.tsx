import type { ReviewStep } from "@/lib/domain/review/lifecycle";
import type { HistoryStep, ReviewedEntry } from "@/lib/protocol/review-queue";
import { historyTexts, reviewDetail } from "@/lib/text/desk-review";
import { formatDay, formatTimeOfDay } from "@/lib/text/moment";
import { fieldName, reviewReasonTexts } from "@/lib/text/review-reasons";

/** "Diễn biến": from the phone to the last decision, each with its time and who did it. */
export function EntryHistory({ entry }: { readonly entry: ReviewedEntry }) {
  return (
    <section>
      <h3 className="review-h3 mt-0">{reviewDetail.history}</h3>
      <ol className="review-history">
        {entry.history.map((step) => (
          <li key={`${step.step} ${step.at}`}>
            <b>{nameOf(step)}</b>
            <span>{detailOf(step, entry)}</span>
            {step.reason && <span>{reasonOf(step)}</span>}
            {step.note && <span className="review-note">{step.note}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function nameOf({ step }: HistoryStep): string {
  return step in historyTexts.steps ? historyTexts.steps[step as keyof typeof historyTexts.steps] : historyTexts.actions[step as ReviewStep];
}

function detailOf({ step, at, personName }: HistoryStep, { receipt }: ReviewedEntry): string {
  const when = `${formatTimeOfDay(at)}, ${formatDay(at)}`;
  const extra = step === "received" ? historyTexts.receipt(receipt) : personName;
  return extra ? `${when} · ${extra}` : when;
}

function reasonOf({ reason, field }: HistoryStep): string {
  const label = reason ? reviewReasonTexts[reason].label : "";
  const name = field ? fieldName(field) : undefined;
  return name ? `${label} (${name})` : label;
}
