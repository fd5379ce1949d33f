"use client";
import { Printer } from "lucide-react";
import { DenseButton } from "@/components/ui/dense-button";

export function PrintButton({ label }: { readonly label: string }) {
  return (
    <DenseButton onClick={() => window.print()}>
      <Printer aria-hidden size={16} />
      {label}
    </DenseButton>
  );
}
