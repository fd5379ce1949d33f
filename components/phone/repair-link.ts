import type { EntrySummary } from "@/lib/phone/entries/entry-on-phone";
import { entryDetail } from "@/lib/text/entry-detail";
import { fieldName, reviewReasonTexts } from "@/lib/text/review-reasons";
import { formOfKind } from "./form-of-kind";

/** Where "Sửa …" leads: the very field that is wrong, when one is named, and what it is called. */
export function repairLink({ id, kind, attention }: EntrySummary): { readonly href: string; readonly label: string } {
  const field = fieldOf(attention, kind);
  const name = field && fieldName(field);
  const query = new URLSearchParams({ entry: id, ...(field ? { field } : {}) });
  return { href: `${formOfKind[kind]}?${query}`, label: name ? entryDetail.editField(name) : entryDetail.edit };
}

function fieldOf(attention: EntrySummary["attention"], kind: EntrySummary["kind"]): string | undefined {
  if (attention?.kind === "refused") return attention.refusal.field;
  if (attention?.kind === "proposedCode") return attention.field;
  if (attention?.kind !== "returned") return undefined;
  const { field, reason } = attention.review;
  return field ?? (reason && reviewReasonTexts[reason].fields?.[kind]);
}
