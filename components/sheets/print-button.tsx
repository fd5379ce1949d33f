"use client";
import { Printer } from "lucide-react";
import { DenseButton } from "@/components/ui/dense-button";
import { sheetTexts } from "@/lib/text/sheets";

export function PrintButton() {
  return (
    <DenseButton className="no-print" onClick={() => window.print()}>
      <Printer aria-hidden size={16} />
      {sheetTexts.units.print}
    </DenseButton>
  );
}
