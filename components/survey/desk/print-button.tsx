"use client";
import { Printer } from "lucide-react";
import { DenseButton } from "@/components/ui/dense-button";
import { surveySheet } from "@/lib/text/desk-survey";

export function PrintButton() {
  return (
    <DenseButton look="main" className="ml-auto" onClick={() => window.print()}>
      <Printer aria-hidden size={16} />
      {surveySheet.print}
    </DenseButton>
  );
}
