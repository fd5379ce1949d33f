import type { ReviewNotice } from "@/lib/protocol/changes";
import { entryDetail } from "@/lib/text/entry-detail";
import { momentText } from "@/lib/text/moment";
import { reviewReasonTexts } from "@/lib/text/review-reasons";

/** Who decided, when, for which reason, in whose words. */
export function ReviewWords({ review: { reviewerName, at, reason, note } }: { readonly review: ReviewNotice }) {
  return (
    <>
      <p className="text-small text-ink-2">{entryDetail.review(reviewerName, momentText(at))}</p>
      {reason && <p className="font-semibold">{reviewReasonTexts[reason].label}</p>}
      {note && <p className="wrap-anywhere">{note}</p>}
    </>
  );
}
