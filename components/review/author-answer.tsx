import { MessageCircleQuestionMark } from "lucide-react";
import { reviewSteps } from "@/lib/domain/review/lifecycle";
import type { HistoryStep, ReviewedEntry } from "@/lib/protocol/review-queue";
import { reviewDetail } from "@/lib/text/desk-review";
import { momentText } from "@/lib/text/moment";
import { reviewReasonTexts } from "@/lib/text/review-reasons";

/** The author's one note back, on top while nobody has decided since. */
export function AuthorAnswer({ entry: { history } }: { readonly entry: Pick<ReviewedEntry, "history"> }) {
  const last = history.findLast(isReviewStep);
  if (last?.step !== "answer") return null;
  const { answer } = reviewDetail;
  return (
    <section className="review-answer" aria-label={answer.title}>
      <MessageCircleQuestionMark aria-hidden size={20} className="flex-none text-brand" />
      <div className="min-w-0">
        <b>{answer.title}</b>
        {last.note && <p>{last.note}</p>}
        <span>{answer.by(last.personName ?? "", momentText(last.at))}</span>
        {last.reason && <span>{answer.to(reviewReasonTexts[last.reason].label)}</span>}
      </div>
    </section>
  );
}

function isReviewStep({ step }: HistoryStep): boolean {
  return (reviewSteps as readonly string[]).includes(step);
}
