import { TriangleAlert } from "lucide-react";
import { Banner } from "@/components/ui/banner";
import type { Attention } from "@/lib/phone/phone";
import { entryDetail } from "@/lib/text/entry-detail";
import { momentText } from "@/lib/text/moment";
import { refusals } from "@/lib/text/refusals";
import { reviewReasonTexts } from "@/lib/text/review-reasons";

/** Why an entry needs its author, in plain words. */
export function AttentionNote({ attention }: { readonly attention: Attention }) {
  if (attention.kind !== "returned") {
    return <Banner icon={TriangleAlert}>{attention.kind === "conflict" ? entryDetail.conflict : refusals[attention.refusal.code]}</Banner>;
  }
  const { reviewerName, at, reason, note } = attention.review;
  return (
    <Banner icon={TriangleAlert}>
      <p className="text-small text-ink-2">{entryDetail.review(reviewerName, momentText(at))}</p>
      {reason && <p className="font-semibold">{reviewReasonTexts[reason].label}</p>}
      {note && <p>{note}</p>}
    </Banner>
  );
}
