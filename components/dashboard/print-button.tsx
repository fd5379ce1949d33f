"use client";

import { Printer } from "lucide-react";
import { DenseButton } from "@/components/ui/dense-button";
import { useHydrated } from "@/components/ui/use-hydrated";
import { dashboardTexts } from "@/lib/text/desk-dashboard";

/** Only where it can do something. */
export function PrintButton() {
  if (!useHydrated()) return null;
  return (
    <DenseButton className="no-print" onClick={() => window.print()}>
      <Printer aria-hidden size={16} />
      {dashboardTexts.print}
    </DenseButton>
  );
}
