import { FileText } from "lucide-react";
import Link from "next/link";
import { denseButtonClass } from "@/components/ui/dense-button";
import type { DashboardAddress } from "@/lib/protocol/dashboard-address";
import { sheetTexts } from "@/lib/text/sheets";

/** To the unit's own page, with the days and the tree of the dashboard. */
export function UnitSheetLink({ address }: { readonly address: DashboardAddress }) {
  const named = Object.entries(address).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  return (
    <Link className={`${denseButtonClass()} no-print`} prefetch={false} href={`/desk/dashboard/sheet?${new URLSearchParams(named)}`}>
      <FileText aria-hidden size={16} />
      {sheetTexts.units.openSheet}
    </Link>
  );
}
