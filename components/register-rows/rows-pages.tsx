import Link from "next/link";
import { denseButtonClass } from "@/components/ui/dense-button";
import { rowTexts } from "@/lib/text/register-rows";

type Props = { readonly page: number; readonly hasNext: boolean; readonly hrefOf: (page: number) => string };

/** To the rows before and after. */
export function RowsPages({ page, hasNext, hrefOf }: Props) {
  if (page === 0 && !hasNext) return null;
  return (
    <nav aria-label={rowTexts.pages} className="rows-pages">
      {page > 0 && <Link prefetch={false} className={denseButtonClass()} href={hrefOf(page - 1)}>{rowTexts.previous}</Link>}
      {hasNext && <Link prefetch={false} className={denseButtonClass()} href={hrefOf(page + 1)}>{rowTexts.next}</Link>}
    </nav>
  );
}
