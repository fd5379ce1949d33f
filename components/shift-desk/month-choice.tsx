import { Download } from "lucide-react";
import Link from "next/link";
import { DenseButton, denseButtonClass } from "@/components/ui/dense-button";
import { PrintButton } from "@/components/ui/print-button";
import type { Month } from "@/lib/protocol/shifts";
import { deskAllowance } from "@/lib/text/desk-shifts";
import { allowanceDataHref, monthHref, monthsAfter } from "./hrefs";

/** Which month: its neighbours, or any; and the sheet as data and on paper. */
export function MonthChoice({ unitId, month }: { readonly unitId: string; readonly month: Month }) {
  return (
    <>
      <nav aria-label={deskAllowance.months} className="shift-weeks">
        <Link prefetch={false} href={monthHref(unitId, monthsAfter(month, -1))} className={denseButtonClass("bare")}>{deskAllowance.previousMonth}</Link>
        <Link prefetch={false} href={monthHref(unitId, monthsAfter(month, 1))} className={denseButtonClass("bare")}>{deskAllowance.nextMonth}</Link>
      </nav>
      <form action="/desk/allowance" className="shift-unit shift-rate p-0!">
        <input type="hidden" name="unit" value={unitId} />
        <label>{deskAllowance.month}<input type="month" name="month" required defaultValue={month} key={month} /></label>
        <DenseButton type="submit">{deskAllowance.show}</DenseButton>
      </form>
      <div className="shift-tools">
        <a href={allowanceDataHref(unitId, month)} download={deskAllowance.downloadName(month)} className={denseButtonClass()}>
          <Download aria-hidden size={16} />
          {deskAllowance.download}
        </a>
        <PrintButton>{deskAllowance.print}</PrintButton>
      </div>
    </>
  );
}
