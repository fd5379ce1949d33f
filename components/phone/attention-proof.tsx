import { reviewProofOf } from "@/lib/domain/review/review-proof";
import type { EntryDetail } from "@/lib/phone/entries/entry-on-phone";
import { toDo } from "@/lib/text/to-do";
import { SpellingComparison } from "./spelling-comparison";

/** The proof behind what came back. */
export function AttentionProof({ detail: { content, summary } }: { readonly detail: EntryDetail }) {
  const proof = content && summary.attention?.kind === "returned" ? reviewProofOf(content, summary.attention.review) : undefined;
  if (!proof) return null;
  return <SpellingComparison recorded={{ name: toDo.proof.recorded, text: proof.recorded }} said={{ name: toDo.proof.said[proof.by], text: proof.said }} />;
}
