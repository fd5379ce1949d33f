import { Copy, Download, History, Upload } from "lucide-react";
import Link from "next/link";
import { denseButtonClass } from "@/components/ui/dense-button";
import type { TargetGrid } from "@/lib/protocol/targets";
import { targetTexts } from "@/lib/text/desk-targets";
import { targetHref, templateHref } from "./targets-href";
import { YearForm } from "./year-form";

/** The year, and what can be done with it beside typing; only who sets targets is offered to. */
export function TargetLinks({ grid: { unit, children, year, copyable }, years }: { readonly grid: TargetGrid; readonly years: readonly number[] }) {
  const place = { unitId: unit.id, year };
  const mayEdit = [unit, ...children].some((row) => row.mayEdit);
  return (
    <div className="target-links">
      <YearForm unitId={unit.id} year={year} years={years} />
      {mayEdit && (
        <>
          <a className={denseButtonClass()} href={templateHref(place)} download><Download aria-hidden size={16} />{targetTexts.template}</a>
          <Link className={denseButtonClass()} prefetch={false} href={targetHref(place, "/import")}><Upload aria-hidden size={16} />{targetTexts.importLink}</Link>
          {copyable > 0 && <Link className={denseButtonClass()} prefetch={false} href={targetHref(place, "/copy")}><Copy aria-hidden size={16} />{targetTexts.copyLink(year - 1)}</Link>}
        </>
      )}
      <Link className={denseButtonClass()} prefetch={false} href={targetHref(place, "/history")}><History aria-hidden size={16} />{targetTexts.historyLink}</Link>
    </div>
  );
}
