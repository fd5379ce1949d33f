import { TriangleAlert } from "lucide-react";
import { Banner } from "@/components/ui/banner";
import type { Refusal } from "@/lib/domain/refusal";
import type { Attention } from "@/lib/phone/phone";
import { entryDetail } from "@/lib/text/entry-detail";
import { momentText } from "@/lib/text/moment";
import { refusals } from "@/lib/text/refusals";
import { fieldName, reviewReasonTexts } from "@/lib/text/review-reasons";
import { refusedEntries, toDo } from "@/lib/text/to-do";

/** Why an entry needs its author, in plain words. */
export function AttentionNote({ attention }: { readonly attention: Attention }) {
  if (attention.kind === "proposedCode") return null; // the question speaks for itself, see proposed-codes.tsx
  if (attention.kind !== "returned") {
    return <Banner icon={TriangleAlert}>{attention.kind === "conflict" ? entryDetail.conflict : refusalText(attention.refusal)}</Banner>;
  }
  const { reviewerName, at, reason, note, answered } = attention.review;
  return (
    <Banner icon={TriangleAlert}>
      <p className="text-small text-ink-2">{entryDetail.review(reviewerName, momentText(at))}</p>
      {reason && <p className="font-semibold">{reviewReasonTexts[reason].label}</p>}
      {note && <p className="wrap-anywhere">{note}</p>}
      {answered && <p className="text-small text-ink-2">{toDo.ask.used}</p>}
    </Banner>
  );
}

/** A field that has a name is named, because no form is open beside the sentence. */
function refusalText({ code, field }: Refusal): string {
  const name = field === undefined ? undefined : fieldName(field);
  return name ? toDo.atField(name, refusals[code]) : (refusedEntries[code] ?? refusals[code]);
}
