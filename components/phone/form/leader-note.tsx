import { Undo2 } from "lucide-react";
import { Banner } from "@/components/ui/banner";
import type { ReviewNotice } from "@/lib/protocol/changes";
import { form } from "@/lib/text/form";
import { reviewReasonTexts } from "@/lib/text/review-reasons";

/** What the leader said when sending the entry back. */
export function LeaderNote({ review }: { readonly review: ReviewNotice }) {
  if (review.action !== "return") return null;
  return (
    <Banner icon={Undo2}>
      <p className="text-small text-ink-2">{form.reviewNote(review.reviewerName)}</p>
      {review.reason && <p className="font-semibold">{reviewReasonTexts[review.reason].label}</p>}
      {review.note && <p>{review.note}</p>}
    </Banner>
  );
}
