import { TriangleAlert } from "lucide-react";
import { Banner } from "@/components/ui/banner";
import type { Refusal } from "@/lib/domain/refusal";
import type { Attention } from "@/lib/phone/entries/entry-on-phone";
import { entryDetail } from "@/lib/text/entry-detail";
import { refusals } from "@/lib/text/refusals";
import { fieldName } from "@/lib/text/review-reasons";
import { reviewStates } from "@/lib/text/states";
import { refusedEntries, toDo } from "@/lib/text/to-do";
import { ReviewWords } from "./review-words";

/** Why an entry needs its author, in plain words. */
export function AttentionNote({ attention }: { readonly attention: Attention }) {
  if (attention.kind === "proposedCode") return null; // the question speaks for itself, see proposed-codes.tsx
  if (attention.kind === "conflict" || attention.kind === "refused") {
    return <Banner icon={TriangleAlert}>{attention.kind === "conflict" ? entryDetail.conflict : refusalText(attention.refusal)}</Banner>;
  }
  const decided = attention.kind === "decidedAgainst";
  return (
    <Banner icon={TriangleAlert}>
      {decided && <p className="font-semibold">{reviewStates[attention.status].full}</p>}
      <ReviewWords review={attention.review} />
      {decided && <p className="text-small text-ink-2">{toDo.decided}</p>}
      {!decided && attention.review.answered && <p className="text-small text-ink-2">{toDo.ask.used}</p>}
    </Banner>
  );
}

/** A field that has a name is named, because no form is open beside the sentence. */
function refusalText({ code, field }: Refusal): string {
  const name = field === undefined ? undefined : fieldName(field);
  return name ? toDo.atField(name, refusals[code]) : (refusedEntries[code] ?? refusals[code]);
}
