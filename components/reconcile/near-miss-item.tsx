import Link from "next/link";
import { differingCharacters, type TextPart } from "@/lib/domain/text/differing-characters";
import type { NearMiss } from "@/lib/protocol/imports";
import { reconcileTexts } from "@/lib/text/desk-reconcile";

/** Two codes under each other, the differing characters marked; who recorded the first one. */
export function NearMissItem({ miss }: { readonly miss: NearMiss }) {
  const [recorded, proposed] = differingCharacters(miss.code, miss.proposed);
  return (
    <li className="near-miss">
      <Link prefetch={false} href={`/desk/review?entry=${miss.entryId}`} aria-label={`${miss.receipt}: ${miss.code}`}><Code parts={recorded} look="wrong" /></Link>
      <span><span className="sr-only">{reconcileTexts.proposedIs} </span><Code parts={proposed} look="right" /></span>
      <span className="desk-dense text-ink-2">{`${miss.receipt} · ${reconcileTexts.nearMissBy(miss.authorName, miss.unitName)}`}</span>
    </li>
  );
}

function Code({ parts, look }: { readonly parts: readonly TextPart[]; readonly look: "wrong" | "right" }) {
  return <span className="near-code">{parts.map(({ text, differs }, index) => (differs ? <u key={index} data-look={look}>{text}</u> : text))}</span>;
}
