import Link from "next/link";
import { denseButtonClass } from "@/components/ui/dense-button";
import { rowParts, shareRowsHref, type ShareRowsQuery } from "@/lib/protocol/register-rows";
import { rowTexts } from "@/lib/text/register-rows";

/** All that the share is a share of, what counts for it, and what is missing. */
export function PartLinks({ query }: { readonly query: ShareRowsQuery }) {
  return (
    <nav aria-label={rowTexts.partsNav} className="rows-parts">
      {rowParts.map((part) => (
        <Link key={part} prefetch={false} className={denseButtonClass("bare")} aria-current={part === query.of ? "true" : undefined} href={shareRowsHref({ ...query, of: part, page: 0 })}>
          {rowTexts.parts[part]}
        </Link>
      ))}
    </nav>
  );
}
